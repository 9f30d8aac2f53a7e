/** Makes the chapter's pieces of code run where they stand: each in a worker of its own, which is ended if it does not end. */
import { announce } from '../../announce.tsx';
import { words } from '../../words/words.ts';
import type { FromPiece } from './piece-worker.ts';

/** Milliseconds. What a piece does takes no time; only loops take long. */
const patience = 10_000;

/** Returns how to end whatever still runs. */
export function makeRunnable(chapter: HTMLElement): () => void {
  const running = new Set<Worker>();
  for (const piece of chapter.querySelectorAll<HTMLElement>('.piece[data-code]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'small run-piece';
    button.textContent = words.peek().book.run;
    button.addEventListener('click', () => run(piece, button, running));
    piece.append(button);
  }
  return () => {
    for (const worker of running) worker.terminate();
  };
}

function run(piece: HTMLElement, button: HTMLButtonElement, running: Set<Worker>): void {
  const output = outputOf(piece);
  output.textContent = '';
  button.disabled = true;
  const worker = new Worker(new URL('./piece-worker.ts', import.meta.url), { type: 'module' });
  running.add(worker);
  const print = (text: string) => output.append(`${text}\n`);
  const end = (word: string) => {
    clearTimeout(timer);
    worker.terminate();
    running.delete(worker);
    button.disabled = false;
    button.textContent = words.peek().book.runAgain;
    announce(`${word} ${output.textContent ?? ''}`);
  };
  const timer = setTimeout(() => {
    print(words.peek().book.notEnded(patience / 1000));
    end(words.peek().book.stopped);
  }, patience);
  worker.addEventListener('message', ({ data }: MessageEvent<FromPiece>) => {
    if (data.kind === 'printed') print(data.text);
    else end(words.peek().book.hasRun);
  });
  worker.addEventListener('error', ({ message }) => {
    print(message || words.peek().book.notLoaded);
    end(words.peek().book.failed);
  });
  worker.postMessage(piece.dataset.code);
}

function outputOf(piece: HTMLElement): HTMLElement {
  const there = piece.querySelector<HTMLElement>('.output');
  if (there) return there;
  const output = document.createElement('pre');
  output.className = 'output';
  output.tabIndex = 0;
  output.setAttribute('aria-label', words.peek().book.printed);
  piece.append(output);
  return output;
}

/** Walks a run in a terminal, step by step: Enter, n, → and ↓ go on; p, ← and ↑ go back; q ends it. */
import process from 'node:process';
import { emitKeypressEvents, type Key } from 'node:readline';
import type { Shape } from '@weekend/protocol';
import type { Step } from '@weekend/transcript';
import { paint } from '../paper.ts';
import { say } from '../words/say.ts';
import { stateLines, stepLines } from './step-lines.ts';

/** How many lines before the step are shown with it. */
const behind = 6;

export async function walk(steps: readonly Step<Shape>[], ending: readonly string[]): Promise<void> {
  const { stdin, stdout } = process;
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  stdin.resume();
  try {
    await new Promise<void>((resolve) => {
      let place = 0;
      const show = () => stdout.write(`\u001B[2J\u001B[H${screen(steps, place, ending).join('\n')}\n`);
      stdin.on('keypress', (_text: string, key: Key) => {
        const next = after(key, place, steps.length);
        if (next === undefined) resolve();
        else {
          place = next;
          show();
        }
      });
      show();
    });
  } finally {
    stdin.removeAllListeners('keypress');
    stdin.setRawMode(false);
    stdin.pause();
  }
}

/** The step to show after a key; nothing when it is over. */
export function after({ name, ctrl }: Key, place: number, of: number): number | undefined {
  if (name === 'q' || name === 'escape' || (ctrl && name === 'c')) return undefined;
  if (['return', 'enter', 'n', 'right', 'down', 'space'].includes(name ?? '')) return Math.min(place + 1, of - 1);
  if (['p', 'left', 'up', 'backspace'].includes(name ?? '')) return Math.max(place - 1, 0);
  if (name === 'home') return 0;
  if (name === 'end') return of - 1;
  return place;
}

export function screen(steps: readonly Step<Shape>[], place: number, ending: readonly string[]): string[] {
  const step = steps[place];
  if (!step) return [say('walk-nothing')];
  const before = steps.slice(Math.max(0, place - behind), place).map(({ text }) => paint('dim', `       ${text}`));
  return [
    ...before,
    ...stepLines(step, place, steps.length),
    '',
    ...stateLines(step),
    ...(place === steps.length - 1 ? ['', ...ending] : []),
    '',
    paint('dim', say('walk-keys')),
  ];
}

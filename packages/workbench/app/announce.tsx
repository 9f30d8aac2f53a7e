/** One place from which a screen reader is told what has just happened. */
import { signal } from '@preact/signals';

const said = signal('');

/** Says a sentence. What is said in the same moment is said together, and again if it was said before. */
export function announce(sentence: string): void {
  waiting.push(sentence);
  if (waiting.length === 1)
    setTimeout(() => {
      const text = waiting.splice(0).slice(-4).join(' ');
      said.value = text === said.value ? `${text} ` : text;
    }, 120);
}

const waiting: string[] = [];

export const LiveRegion = () => (
  <div class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
    {said}
  </div>
);

/**
 * A counter in shared memory on which another thread comes in exactly when it is told to: just before or just after an
 * access. So a lost update is found each time, and not once in a thousand.
 */
import type { Access, Keeper } from '@weekend/concurrency/watched-counter';
import type { Rehearsed } from './thread-jobs.ts';

const longestStory = 40;
const longestKey = 30;

export class Rehearsal implements Keeper {
  readonly #interruptions: Set<number>;
  readonly #story: string[] = [];
  #occasions = 0;
  #added = 0;
  #atomics = 0;
  #value = 0;
  #unseen = false;

  constructor(interruptions: readonly number[]) {
    this.#interruptions = new Set(interruptions);
  }

  /** The thread may be stopped before each access … */
  before(seen: number): number {
    this.#look(seen);
    this.#interruption();
    return this.#value;
  }

  /** … and after it. */
  after(access: Access, key: string, left: number): number {
    if (access === 'Atomics') this.#atomics += 1;
    this.#value = left | 0;
    this.#tell(`your thread: ${named(access, key)}, and the counter is ${this.#value}`);
    this.#interruption();
    return this.#value;
  }

  /** `seen`: what is in the memory at the end. */
  result(seen: number): Rehearsed {
    this.#look(seen);
    return { unseen: this.#unseen, value: this.#value, added: this.#added, atomics: this.#atomics, story: this.#story };
  }

  #interruption(): void {
    this.#occasions += 1;
    if (!this.#interruptions.has(this.#occasions - 1)) return;
    this.#value = (this.#value + 1) | 0;
    this.#added += 1;
    this.#tell(`another thread adds 1, and the counter is ${this.#value}`);
  }

  #look(seen: number): void {
    this.#unseen ||= seen !== this.#value;
  }

  #tell(event: string): void {
    if (this.#story.length < longestStory) this.#story.push(event);
  }
}

function named(access: Access, key: string): string {
  const name = key.slice(0, longestKey);
  if (access === 'Atomics') return `Atomics.${name}`;
  return `${access} ${name === '0' ? 'counter[0]' : `counter.${name}`}`;
}

/**
 * A counter in shared memory on which another thread comes in exactly when it is told to: just before or just after an
 * access. So a lost update is found each time, and not once in a thousand.
 */
import type { Rehearsed } from './thread-jobs.ts';

type AtomicsFunction = (view: Int32Array, ...rest: never[]) => unknown;

/** The language's own, while they are there. */
const atomics = Atomics;
const Watching = Proxy;
const longestStory = 40;

export class Rehearsal {
  /** What the student's code is given. */
  readonly counter: Int32Array;
  readonly #memory = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #interruptions: Set<number>;
  readonly #story: string[] = [];
  #occasions = 0;
  #added = 0;
  #atomics = 0;
  #known = 0;
  #unseen = false;

  constructor(interruptions: readonly number[]) {
    this.#interruptions = new Set(interruptions);
    this.counter = this.#watched();
  }

  /** Makes what `Atomics` does a thing that can be interrupted. Before the student's code is loaded. */
  static install(current: () => Rehearsal | undefined): void {
    const functions = Object.getOwnPropertyNames(atomics)
      .map((name) => [name, Reflect.get(atomics, name)] as const)
      .filter((each): each is [string, AtomicsFunction] => typeof each[1] === 'function');
    const value = Object.fromEntries(functions.map(([name, real]) => [name, interruptible(name, real, current)]));
    Object.defineProperty(globalThis, 'Atomics', { value: Object.freeze(value), configurable: true });
  }

  isOver(view: unknown): boolean {
    return view === this.counter || (view instanceof Int32Array && view.buffer === this.#memory.buffer);
  }

  atomic(name: string, act: (view: Int32Array) => unknown): unknown {
    this.#atomics += 1;
    return this.#access(`Atomics.${name}`, () => act(this.#memory));
  }

  result(): Rehearsed {
    this.#look();
    return { unseen: this.#unseen, value: this.#value, added: this.#added, atomics: this.#atomics, story: this.#story };
  }

  /** The thread may be stopped before each access and after it. */
  #access<T>(what: string, act: () => T): T {
    this.#look();
    this.#interruption();
    const result = act();
    this.#known = this.#value;
    this.#tell(`your thread: ${what}, and the counter is ${this.#value}`);
    this.#interruption();
    return result;
  }

  #interruption(): void {
    this.#occasions += 1;
    if (!this.#interruptions.has(this.#occasions - 1)) return;
    atomics.add(this.#memory, 0, 1);
    this.#known = this.#value;
    this.#added += 1;
    this.#tell(`another thread adds 1, and the counter is ${this.#value}`);
  }

  #watched(): Int32Array {
    return new Watching(this.#memory, {
      get: (memory, key) => this.#access(`reads ${named(key)}`, () => this.#callable(memory, key)),
      set: (memory, key, value) => this.#access(`writes ${named(key)}`, () => Reflect.set(memory, key, value, memory)),
    });
  }

  /** Where it is a function of the array, that is an access once more when it is called. */
  #callable(memory: Int32Array, key: string | symbol): unknown {
    const value = Reflect.get(memory, key, memory);
    if (typeof value !== 'function') return value;
    return (...args: unknown[]) => this.#access(`calls ${named(key)}`, () => value.apply(memory, args));
  }

  /** A second array over the same memory goes unnoticed, but not what it does. */
  #look(): void {
    this.#unseen ||= this.#value !== this.#known;
  }

  get #value(): number {
    return atomics.load(this.#memory, 0);
  }

  #tell(event: string): void {
    if (this.#story.length < longestStory) this.#story.push(event);
  }
}

const interruptible =
  (name: string, real: AtomicsFunction, current: () => Rehearsal | undefined): AtomicsFunction =>
  (view, ...rest) => {
    const rehearsal = current();
    return rehearsal?.isOver(view) ? rehearsal.atomic(name, (memory) => real(memory, ...rest)) : real(view, ...rest);
  };

const named = (key: string | symbol): string => (key === '0' ? 'counter[0]' : `counter.${String(key)}`);

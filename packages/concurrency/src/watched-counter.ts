/**
 * A counter in what seems to be shared memory. Every access to it is asked of a keeper, before and after: he holds the
 * number, and can have changed it in between. So somebody else seems to come in exactly when the keeper wants it.
 */

export interface Keeper {
  /** An access comes. `seen`: what is in the memory. Gives the number that the access finds there. */
  before(seen: number): number;
  /** What it was, and the number that it has left. Gives the number that is there now. */
  after(access: Access, key: string, left: number): number;
}

export type Access = 'reads' | 'writes' | 'calls' | 'Atomics';

type AtomicsFunction = (view: Int32Array, ...rest: never[]) => unknown;

/** The language's own, while they are there. */
const atomics = Atomics;
const Watching = Proxy;

export class WatchedCounter {
  /** What the student's code is given. */
  readonly counter: Int32Array;
  readonly #memory = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #keeper: Keeper;

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
    this.counter = this.#watched();
  }

  /** Makes what `Atomics` does an access to the counter that is there now. Before the student's code is loaded. */
  static install(current: () => WatchedCounter | undefined): void {
    const functions = Object.getOwnPropertyNames(atomics)
      .map((name) => [name, Reflect.get(atomics, name)] as const)
      .filter((each): each is [string, AtomicsFunction] => typeof each[1] === 'function');
    const value = Object.fromEntries(functions.map(([name, real]) => [name, watched(name, real, current)]));
    Object.defineProperty(globalThis, 'Atomics', { value: Object.freeze(value), configurable: true });
  }

  isOver(view: unknown): boolean {
    return view === this.counter || (view instanceof Int32Array && view.buffer === this.#memory.buffer);
  }

  atomic(name: string, act: (view: Int32Array) => unknown): unknown {
    return this.#access('Atomics', name, () => act(this.#memory));
  }

  /** What is in the memory. A second array over it goes unnoticed, but not what it does. */
  get seen(): number {
    return atomics.load(this.#memory, 0);
  }

  #access<T>(access: Access, key: string, act: () => T): T {
    atomics.store(this.#memory, 0, this.#keeper.before(this.seen));
    const result = act();
    atomics.store(this.#memory, 0, this.#keeper.after(access, key, this.seen));
    return result;
  }

  #watched(): Int32Array {
    return new Watching(this.#memory, {
      get: (memory, key) => this.#access('reads', String(key), () => this.#callable(memory, key)),
      set: (memory, key, value) => this.#access('writes', String(key), () => Reflect.set(memory, key, value, memory)),
    });
  }

  /** Where it is a function of the array, that is an access once more when it is called. */
  #callable(memory: Int32Array, key: string | symbol): unknown {
    const value = Reflect.get(memory, key, memory);
    if (typeof value !== 'function') return value;
    return (...args: unknown[]) => this.#access('calls', String(key), () => value.apply(memory, args));
  }
}

const watched =
  (name: string, real: AtomicsFunction, current: () => WatchedCounter | undefined): AtomicsFunction =>
  (view, ...rest) => {
    const counter = current();
    return counter?.isOver(view) ? counter.atomic(name, (memory) => real(memory, ...rest)) : real(view, ...rest);
  };

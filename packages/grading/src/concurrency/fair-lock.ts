/** A lock of ours, right by itself, for stages that are asked to use one. It tells who holds it. */
import type { Mutex, Release } from '@weekend/concurrency';

export interface Watch {
  /** Somebody has asked for the lock. */
  asked?(): void;
  /** Somebody has it from now on. */
  taken?(): void;
  givenBack?(): void;
}

export class FairLock implements Mutex {
  held = false;
  readonly #waiting: (() => void)[] = [];
  readonly #watch: Watch;

  constructor(watch: Watch = {}) {
    this.#watch = watch;
  }

  async acquire(): Promise<Release> {
    this.#watch.asked?.();
    if (this.held) await new Promise<void>((turn) => this.#waiting.push(turn));
    this.held = true;
    this.#watch.taken?.();
    let mine = true;
    return () => {
      if (!mine) return;
      mine = false;
      this.#watch.givenBack?.();
      const next = this.#waiting.shift();
      if (next) next();
      else this.held = false;
    };
  }

  async run<T>(critical: () => Promise<T>): Promise<T> {
    const release = await this.acquire();
    try {
      return await critical();
    } finally {
      release();
    }
  }
}

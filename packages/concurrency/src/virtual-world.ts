/**
 * A world in which time is a number. It jumps to the next moment at which somebody is due, once nobody can run any more, so
 * that an hour passes in no time and two runs are equal to the millisecond.
 */
import { everybodyWaits } from './elsewhere.ts';
import type { Millis, World } from './world.ts';

/** A loop that asks for the time again and again: it waits for the clock, and the clock waits for it. */
export class HeldForever extends Error {
  override name = 'HeldForever';
}

/** Something was to come to its end, and nobody is left who could bring it there. */
export class NobodyRuns extends Error {
  override name = 'NobodyRuns';
}

interface Sleeper {
  due: Millis;
  wake: () => void;
}

export class VirtualWorld implements World {
  #now: Millis = 0;
  #asked = 0;
  /** Whoever is due first stands first; of two that are due at once, the one who asked first. */
  readonly #sleepers: Sleeper[] = [];

  get now(): Millis {
    this.#asked += 1;
    if (this.#asked > mostAsked) {
      this.#asked = 0;
      throw new HeldForever(
        `a loop has asked for world.now ${mostAsked} times without a pause, at ${this.#now} ms: it holds the thread, and time stands still until it gives the thread away with "await world.wait(…)"`,
      );
    }
    return this.#now;
  }

  wait(ms: Millis): Promise<void> {
    const due = this.#now + duration(ms, 'wait');
    return new Promise((wake) => {
      const later = this.#sleepers.findIndex((other) => other.due > due);
      this.#sleepers.splice(later < 0 ? this.#sleepers.length : later, 0, { due, wake });
    });
  }

  block(ms: Millis): void {
    this.#now += duration(ms, 'block');
    this.#asked = 0;
  }

  /** Starts `main`, and lets time pass until it is done. */
  async run<T>(main: () => Promise<T>): Promise<T> {
    let running = true;
    const done = async () => {
      running = false;
    };
    const result = main();
    result.then(done, done);
    for (;;) {
      await everybodyWaits();
      if (!running) return result;
      if (!this.wakeNext())
        throw new NobodyRuns(`at ${this.#now} ms nobody runs and nobody waits for a time, and the end has not come`);
    }
  }

  /** Time jumps to whoever is due next, and he may run. False if nobody waits for a time. */
  wakeNext(): boolean {
    const next = this.#sleepers.shift();
    if (!next) return false;
    // Somebody may have held the thread for longer.
    this.#now = Math.max(this.#now, next.due);
    this.#asked = 0;
    next.wake();
    return true;
  }
}

/** Far more than a turn needs, and no more than a blink of real time. */
const mostAsked = 1_000_000;

function duration(ms: Millis, asked: string): Millis {
  if (ms >= 0) return ms;
  throw new RangeError(`Cannot ${asked}: ${ms} is no time; wanted a number of milliseconds, 0 or more`);
}

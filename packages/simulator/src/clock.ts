/**
 * A node's own clock: it may start ahead of the others and run fast or slow, and never goes backwards. Time inside the
 * simulator is whole microseconds, so that sums are exact and equal everywhere.
 */
import type { Millis } from '@weekend/protocol';

/** Whole microseconds. */
export type Micros = number;

export const micros = (time: Millis): Micros => Math.round(time * 1000);
/** Rounded up: who waits for a moment by its clock must not be woken before it, again and again. */
export const microsNotBefore = (time: Millis): Micros => Math.ceil(time * 1000);
export const millis = (time: Micros): Millis => time / 1000;

export interface ClockSetting {
  /** How far the clock is ahead when the run begins. */
  ahead?: Millis;
  /** How fast it runs: 1 is right, 1.1 gains a tenth. */
  rate?: number;
}

export class Clock {
  #rate: number;
  /** What the clock showed at the real time `#since`. */
  #shown: Micros;
  #since: Micros = 0;

  constructor({ ahead = 0, rate = 1 }: ClockSetting = {}) {
    this.#shown = micros(ahead);
    this.#rate = rate;
    check(rate, ahead);
  }

  fork(): Clock {
    const fork = new Clock();
    fork.#rate = this.#rate;
    fork.#shown = this.#shown;
    fork.#since = this.#since;
    return fork;
  }

  /** What this clock shows at the real time `now`. */
  at(now: Micros): Micros {
    return this.#shown + Math.floor((now - this.#since) * this.#rate);
  }

  /** The first real time at which this clock shows `local` or more. */
  realTimeOf(local: Micros): Micros {
    let real = this.#since + Math.ceil((local - this.#shown) / this.#rate);
    while (this.at(real) < local) real++;
    return real;
  }

  /** From the real time `now` on, the clock runs at another rate; it may also jump ahead. */
  skew(now: Micros, rate: number, ahead: Millis): void {
    check(rate, ahead);
    this.#shown = this.at(now) + micros(ahead);
    this.#since = now;
    this.#rate = rate;
  }
}

function check(rate: number, ahead: Millis): void {
  if (!(rate > 0 && Number.isFinite(rate)))
    throw new RangeError(`Cannot set a clock's rate to ${rate}: wanted above 0`);
  if (!(ahead >= 0 && Number.isFinite(ahead)))
    throw new RangeError(`Cannot put a clock ${ahead} ms ahead: wanted 0 or more, since a clock never goes back`);
}

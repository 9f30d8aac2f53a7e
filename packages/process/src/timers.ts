/** A node's timers, by name, in real time. One that was set anew or cleared never fires, even if it was due already. */
import type { Millis, Shape, TimerChange } from '@weekend/protocol';
import type { Clock } from './clock.ts';

type Armed = { kind: 'running'; handle: NodeJS.Timeout; due: Millis } | { kind: 'due' };

/** Node counts a timeout in 31 bits; a longer one is waited for in pieces. */
const longestTimeout = 2 ** 31 - 1;

export class Timers<S extends Shape> {
  readonly #armed = new Map<S['Timer'], Armed>();
  readonly #clock: Clock;
  readonly #onDue: (timer: S['Timer']) => void;

  /** `onDue` is told that a timer's turn has come; whoever takes the turn asks `claim` whether that still holds. */
  constructor(clock: Clock, onDue: (timer: S['Timer']) => void) {
    this.#clock = clock;
    this.#onDue = onDue;
  }

  apply({ timer, range }: TimerChange<S>): void {
    this.#stop(timer);
    if (range) this.#wait(timer, this.#clock() + range.min + Math.random() * (range.max - range.min));
  }

  /** Whether `timer` is due and nobody has set or cleared it since. It is not due any more then. */
  claim(timer: S['Timer']): boolean {
    return this.#armed.get(timer)?.kind === 'due' && this.#armed.delete(timer);
  }

  stopAll(): void {
    for (const timer of [...this.#armed.keys()]) this.#stop(timer);
  }

  #wait(timer: S['Timer'], due: Millis): undefined {
    const left = Math.ceil(Math.max(0, due - this.#clock()));
    const handle = setTimeout(() => this.#fire(timer, due), Math.min(left, longestTimeout));
    this.#armed.set(timer, { kind: 'running', handle, due });
  }

  /** Node may wake us a little early; a timer never fires before its time. */
  #fire(timer: S['Timer'], due: Millis): undefined {
    if (this.#clock() < due) return this.#wait(timer, due);
    this.#armed.set(timer, { kind: 'due' });
    this.#onDue(timer);
  }

  #stop(timer: S['Timer']): void {
    const armed = this.#armed.get(timer);
    if (armed?.kind === 'running') clearTimeout(armed.handle);
    this.#armed.delete(timer);
  }
}

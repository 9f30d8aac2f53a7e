/** A node's timers, by name, in real time. One that was set anew or cleared never fires, even if it was due already. */
import type { Millis, Shape, TimerChange } from '@weekend/protocol';
import type { Clock } from './clock.ts';

type Armed =
  | { kind: 'running'; handle: NodeJS.Timeout }
  /** Its time has come, and it goes off as soon as what has arrived by then is read. */
  | { kind: 'next'; handle: NodeJS.Immediate }
  | { kind: 'due' };

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
    // Set anew, it would go off no sooner and no later.
    if (range?.max === 0 && this.#armed.get(timer)?.kind === 'next') return;
    this.#stop(timer);
    if (range?.max === 0) this.#goOffNext(timer);
    else if (range) this.#wait(timer, this.#clock() + range.min + Math.random() * (range.max - range.min));
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
    this.#armed.set(timer, { kind: 'running', handle });
  }

  /** Node may wake us a little early; a timer never fires before its time. */
  #fire(timer: S['Timer'], due: Millis): undefined {
    if (this.#clock() < due) return this.#wait(timer, due);
    // A process that was held up finds its mail and its timers at once. The leader's heartbeat came before we missed it.
    this.#goOffNext(timer);
  }

  #goOffNext(timer: S['Timer']): undefined {
    this.#armed.set(timer, { kind: 'next', handle: setImmediate(() => this.#goOff(timer)) });
  }

  #goOff(timer: S['Timer']): void {
    this.#armed.set(timer, { kind: 'due' });
    this.#onDue(timer);
  }

  #stop(timer: S['Timer']): void {
    const armed = this.#armed.get(timer);
    if (armed?.kind === 'running') clearTimeout(armed.handle);
    if (armed?.kind === 'next') clearImmediate(armed.handle);
    this.#armed.delete(timer);
  }
}

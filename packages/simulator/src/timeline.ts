/** Time, what is to happen in it, and the record of what did. */
import type { Millis, Shape, TraceEvent, Untimed } from '@weekend/protocol';
import { type Micros, millis } from './clock.ts';
import type { Fault } from './faults.ts';
import { Timer } from './node.ts';
import { Packet } from './packet.ts';
import { Queue } from './queue.ts';

export type Happening<S extends Shape> = Packet<S> | Timer<S> | Fault;

export class Timeline<S extends Shape> {
  now: Micros = 0;
  readonly trace: TraceEvent<S>[] = [];
  readonly queue = new Queue<Happening<S>>();
  /** Absent where nobody asked for a record, so that `record?.({ … })` costs nothing. */
  readonly record: (<Event extends Untimed<S>>(event: Event) => Event & { at: Millis }) | undefined;
  readonly #timersByHand: boolean;

  constructor({ record, timersByHand }: { record: boolean; timersByHand: boolean }) {
    this.#timersByHand = timersByHand;
    if (!record) return;
    this.record = (event) => {
      const timed = { at: millis(this.now), ...event };
      this.trace.push(timed);
      return timed;
    };
  }

  /** When the next thing happens; never, if nothing is left. */
  get nextAt(): Micros {
    this.#skipWhatIsOver();
    return this.queue.nextAt;
  }

  /** Goes on to the next thing that happens. */
  take(): Happening<S> | undefined {
    const at = this.nextAt;
    const next = this.queue.take();
    if (next !== undefined) this.now = Math.max(this.now, at);
    return next;
  }

  /** Queues an armed timer, unless it comes up early enough anyway. */
  await(timer: Timer<S>): void {
    if (this.#timersByHand || timer.due >= timer.queuedAt) return;
    timer.queuedAt = timer.due;
    this.queue.add(timer.due, timer);
  }

  #skipWhatIsOver(): void {
    for (let next = this.queue.next; next && this.#isOver(next); next = this.queue.next) {
      const at = this.queue.nextAt;
      this.queue.take();
      if (!(next instanceof Timer) || next.queuedAt !== at) continue;
      next.queuedAt = Number.POSITIVE_INFINITY;
      if (next.armed) this.await(next);
    }
  }

  #isOver(next: Happening<S>): boolean {
    if (next instanceof Packet) return next.done;
    if (!(next instanceof Timer)) return false;
    const at = this.queue.nextAt;
    return next.queuedAt !== at || !next.armed || next.due > at;
  }
}

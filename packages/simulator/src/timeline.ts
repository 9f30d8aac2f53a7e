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
  readonly trace: TraceEvent<S>[];
  readonly queue: Queue<Happening<S>>;
  /** Absent where nobody asked for a record, so that `record?.({ … })` costs nothing. */
  readonly record: (<Event extends Untimed<S>>(event: Event) => Event & { at: Millis }) | undefined;
  readonly #timersByHand: boolean;

  /** `trace` is what to record into. */
  constructor(timersByHand: boolean, trace?: TraceEvent<S>[], queue = new Queue<Happening<S>>()) {
    this.#timersByHand = timersByHand;
    this.trace = trace ?? [];
    this.queue = queue;
    if (!trace) return;
    this.record = (event) => {
      const timed = { at: millis(this.now), ...event };
      this.trace.push(timed);
      return timed;
    };
  }

  fork(twin: (happening: Happening<S>) => Happening<S>, trace?: TraceEvent<S>[]): Timeline<S> {
    const fork = new Timeline<S>(this.#timersByHand, trace, this.queue.fork(twin));
    fork.now = this.now;
    return fork;
  }

  /** What happens next, unless a script has its way. */
  get next(): Happening<S> | undefined {
    this.#skipWhatIsOver();
    return this.queue.next;
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

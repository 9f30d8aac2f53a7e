/**
 * One node on the grader's stage. A scenario tells it what happens, one turn at a time, and looks at what came of it: what
 * was sent, what is on the disk, which timers run. It has a clock of its own, which moves as the scenario says.
 */
import {
  type Address,
  applySaves,
  type Call,
  copy,
  type Millis,
  type Protocol,
  perform,
  type Sent,
  type Shape,
  type TraceEvent,
  Turn,
} from '@weekend/protocol';
import { StageThrew } from './thrown.ts';

/** What decides where a node asks for chance. */
export interface Luck {
  /** When a timer fires that was set to [min, max]. */
  delay(min: Millis, max: Millis): Millis;
  /** A whole number from 0 to options-1. */
  draw(options: number): number;
}

/** Every timer takes as long as it may. */
const patient: Luck = { delay: (_min, max) => max, draw: () => 0 };

/** Every timer fires as soon as it may. */
export const hasty: Luck = { delay: (min) => min, draw: () => 0 };

/** Told of everything, in order; `turnTaken` after each turn. */
export interface Witness<S extends Shape> {
  note(event: TraceEvent<S>): void;
  turnTaken(by: Address): void;
}

export interface Part<S extends Shape> {
  me: Address;
  peers: readonly Address[];
  disk?: Partial<S['Durable']>;
  luck?: Luck;
}

export class Actor<S extends Shape> {
  readonly me: Address;
  readonly peers: readonly Address[];
  readonly disk: Partial<S['Durable']>;
  /** When each running timer fires. */
  readonly timers = new Map<S['Timer'], Millis>();
  /** What the last turn sent. */
  sent: readonly Sent<S>[] = [];
  state!: S['State'];
  now: Millis = 10_000;
  readonly #protocol: Protocol<S>;
  readonly #luck: Luck;
  readonly #witness: Witness<S>;
  #messages = 0;

  constructor(protocol: Protocol<S>, { me, peers, disk = {}, luck = patient }: Part<S>, witness: Witness<S>) {
    this.me = me;
    this.peers = peers;
    this.disk = copy(disk);
    this.#protocol = protocol;
    this.#luck = luck;
    this.#witness = witness;
    this.#boot();
  }

  /** A message comes, a millisecond later. */
  hears(from: Address, message: S['Message']): void {
    this.now += 1;
    this.#take({ kind: 'message', from, message });
  }

  /** Time passes until the timer fires. False if it does not run. */
  fires(timer: S['Timer']): boolean {
    const due = this.timers.get(timer);
    if (due === undefined) return false;
    this.timers.delete(timer);
    this.now = Math.max(this.now, due);
    this.#take({ kind: 'timer', timer });
    return true;
  }

  /** The node loses all that it had not saved, and boots again. */
  crashes(): void {
    this.#witness.note({ kind: 'crash', at: this.now, node: this.me });
    this.timers.clear();
    this.now += 1;
    this.#boot();
  }

  #boot(): void {
    this.#take({ kind: 'start', me: this.me, peers: this.peers, saved: this.disk });
  }

  #take(call: Call<S>): void {
    const turn = new Turn<S>(this.now, this.#luck.draw);
    const event = this.#announce(call);
    this.#perform(call, turn);
    event.state = copy(this.state);
    applySaves(this.disk, turn.saves);
    for (const changes of turn.saves) this.#note({ kind: 'save', at: this.now, node: this.me, changes });
    this.sent = turn.sends;
    for (const { to, message } of turn.sends)
      this.#note({ kind: 'send', at: this.now, id: ++this.#messages, from: this.me, to, message });
    for (const { timer, range } of turn.timers)
      if (range) this.timers.set(timer, notBefore(this.now + this.#luck.delay(range.min, range.max)));
      else this.timers.delete(timer);
    this.#witness.turnTaken(this.me);
  }

  #perform(call: Call<S>, turn: Turn<S>): void {
    try {
      this.state = perform(this.#protocol, this.state, copy(call), turn);
    } catch (error) {
      throw new StageThrew(error);
    }
  }

  /** Before the turn is taken, so that it is told even where the handler throws. */
  #announce(call: Call<S>): { state?: S['State'] } {
    const event = this.#asEvent(call);
    this.#note(event);
    return event;
  }

  #asEvent(call: Call<S>): TraceEvent<S> & { state?: S['State'] } {
    const { me, now } = this;
    switch (call.kind) {
      case 'start':
        return { kind: 'boot', at: now, node: me, saved: copy(call.saved) };
      case 'message':
        return { kind: 'deliver', at: now, id: 0, from: call.from, to: me, message: copy(call.message) };
      case 'timer':
        return { kind: 'timer', at: now, node: me, timer: call.timer };
      default:
        return call satisfies never;
    }
  }

  #note(event: TraceEvent<S>): void {
    this.#witness.note(event);
  }
}

/** In whole microseconds, as a simulation counts: who waits for a moment is not woken a rounding error before it. */
const notBefore = (time: Millis): Millis => Math.ceil(time * 1000) / 1000;

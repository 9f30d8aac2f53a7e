/**
 * Takes a node's turns, one after the other, and keeps the promise that saves come before sends.
 *
 * Turns are gathered in groups. A group's sends leave when all its saves are durable, and never before an earlier group's,
 * since what they say may rest on it. Turns go on meanwhile: to let the saves of many share a sync is the log's business.
 */
import type { OpenedLog, Saved } from '@weekend/log-store';
import { type Address, type Call, type Changes, type Protocol, perform, type Shape } from '@weekend/protocol';
import type { Clock } from './clock.ts';
import type { Counters } from './counters.ts';
import { type EncodedSend, EncodingTurn } from './encoding-turn.ts';
import { diskFailure, type Failure, handlerFailure } from './failure.ts';
import { JoinedSaves } from './joined-saves.ts';
import type { Description } from './status.ts';
import { Timers } from './timers.ts';

export interface TurnLoopOptions<S extends Shape> {
  me: Address;
  peers: readonly Address[];
  protocol: Protocol<S>;
  log: Pick<OpenedLog, 'saved' | 'save'>;
  clock: Clock;
  counters: Counters;
  describe(state: S['State']): Description;
  /** What a group of turns came to, now that its saves are durable. No description if there is none to be trusted. */
  release(sends: readonly EncodedSend[], description: Description | undefined): void;
  /** True when no more calls should be posted for now, false when they may be again. */
  overloaded(yes: boolean): void;
}

interface Group {
  turns: number;
  sends: EncodedSend[];
  saves: number;
  /** How many of the saves are not durable yet. */
  unsaved: number;
  description: Description | undefined;
}

/** Above so many waiting calls nothing more is read from the network. It bounds the time without a look at a timer, too. */
const mostCallsWaiting = 1_000;

/** So many turns may wait for their saves; then no more are taken until some are durable. */
const mostTurnsUnsaved = 20_000;

export class TurnLoop<S extends Shape> {
  readonly #options: TurnLoopOptions<S>;
  readonly #timers: Timers<S>;
  readonly #cluster: readonly Address[];
  readonly #joined: JoinedSaves;
  #state: S['State'] | undefined;
  #waiting: Call<S>[] = [];
  /** The one that takes the turns. */
  #group: Group = emptyGroup();
  /** Those that have taken theirs, in order, until they are released. */
  #closed: Group[] = [];
  #turnsUnsaved = 0;
  #running = false;
  #scheduled = false;
  #overloaded = false;
  #cut = false;
  #failure: Failure | undefined;
  readonly #ended = Promise.withResolvers<Failure | undefined>();

  constructor(options: TurnLoopOptions<S>) {
    this.#options = options;
    this.#cluster = [options.me, ...options.peers];
    this.#joined = new JoinedSaves(options.log.saved);
    this.#timers = new Timers(options.clock, (timer) => this.post({ kind: 'timer', timer }));
  }

  /** Settles when the last turn has been taken and its group is on the disk: nothing after `finish`, else the failure. */
  get ended(): Promise<Failure | undefined> {
    return this.#ended.promise;
  }

  /** Boots the protocol. Calls that are posted before are lost. */
  start(): void {
    const { me, peers, log } = this.#options;
    this.#running = true;
    this.post({ kind: 'start', me, peers, saved: log.saved as Partial<S['Durable']> });
  }

  post(call: Call<S>): void {
    if (!this.#running) return;
    this.#waiting.push(call);
    if (this.#waiting.length >= mostCallsWaiting && !this.#overloaded) this.#setOverloaded(true);
    this.#schedule();
  }

  /** Takes no more turns; what was taken is still saved and sent. */
  finish(): void {
    this.#running = false;
    this.#waiting = [];
    this.#timers.stopAll();
    this.#endIfIdle();
  }

  /** Ends as a crash would: of the turns whose saves are not durable nothing is sent, and who knows what is saved. */
  cut(): void {
    this.#closed = [];
    this.#cut = true;
    this.finish();
  }

  /** After this round of input, so that everything that has arrived by then shares a group. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#takeTurns());
  }

  #takeTurns(): void {
    this.#scheduled = false;
    // The end of a save calls again.
    if (this.#turnsUnsaved >= mostTurnsUnsaved) return;
    const calls = this.#waiting;
    this.#waiting = [];
    for (const call of calls) {
      if (!this.#running) break;
      this.#takeTurn(call);
    }
    if (this.#overloaded) this.#setOverloaded(false);
    // A turn that threw has left the state half changed.
    if (this.#group.turns > 0 && !this.#failure)
      this.#group.description = this.#options.describe(this.#state as S['State']);
    this.#closeGroup();
    this.#releaseSaved();
  }

  #takeTurn(call: Call<S>): void {
    if (call.kind === 'timer' && !this.#timers.claim(call.timer)) return;
    const { protocol, clock, me, counters } = this.#options;
    const turn = new EncodingTurn<S>(clock(), draw, this.#cluster);
    let changes: Changes<Saved> | undefined;
    try {
      this.#state = perform(protocol, this.#state, call, turn);
      changes = this.#joined.join(turn.saves);
    } catch (error) {
      this.#fail(handlerFailure(me, call, error));
      return;
    }
    if (changes) this.#save(changes);
    counters.turns++;
    this.#group.turns++;
    for (const send of turn.encodedSends) this.#group.sends.push(send);
    for (const change of turn.timers) this.#timers.apply(change);
  }

  #save(changes: Changes<Saved>): void {
    // What was sent before need not wait for this.
    if (this.#group.saves === 0) this.#closeGroup();
    const group = this.#group;
    group.saves++;
    group.unsaved++;
    this.#trySave(changes).then(
      () => {
        group.unsaved--;
        if (group.unsaved === 0) this.#releaseSaved();
      },
      (error) => {
        this.#fail(diskFailure(this.#options.me, error));
        this.cut();
      },
    );
  }

  /** A log store may be a student's: to throw is to fail, too. */
  #trySave(changes: Changes<Saved>): Promise<void> {
    try {
      return Promise.resolve(this.#options.log.save(changes));
    } catch (error) {
      return Promise.reject(error);
    }
  }

  #closeGroup(): void {
    if (this.#group.turns === 0) return;
    this.#closed.push(this.#group);
    this.#turnsUnsaved += this.#group.turns;
    this.#group = emptyGroup();
  }

  /** Sends on their way, in order, what rests on nothing that could still be lost. */
  #releaseSaved(): void {
    if (this.#cut) return;
    let [next] = this.#closed;
    while (next?.unsaved === 0) {
      this.#closed.shift();
      this.#turnsUnsaved -= next.turns;
      if (next.saves > 0) this.#options.counters.turnsSynced += next.turns;
      this.#options.release(next.sends, next.description);
      [next] = this.#closed;
    }
    this.#endIfIdle();
    if (this.#waiting.length > 0) this.#schedule();
  }

  #fail(failure: Failure): void {
    this.#failure ??= failure;
    this.finish();
  }

  #endIfIdle(): void {
    const idle = this.#closed.length === 0 && this.#group.turns === 0;
    if (!this.#running && (idle || this.#cut)) this.#ended.resolve(this.#failure);
  }

  #setOverloaded(yes: boolean): void {
    this.#overloaded = yes;
    this.#options.overloaded(yes);
  }
}

const emptyGroup = (): Group => ({ turns: 0, sends: [], saves: 0, unsaved: 0, description: undefined });

const draw = (options: number) => Math.floor(Math.random() * options);

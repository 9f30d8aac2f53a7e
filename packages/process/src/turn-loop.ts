/**
 * Takes a node's turns, one after the other, and keeps the promise that saves come before sends.
 *
 * Turns are gathered in groups. A group's saves go to the disk in one write with one sync, and its sends leave when that
 * is done; a later group's sends never leave before an earlier group is on the disk, since what they say may rest on it.
 * While a sync is under way the next group grows, so the slower the disk, the more turns share a sync.
 */
import { type Address, type Call, type Protocol, perform, type Shape } from '@weekend/protocol';
import type { Clock } from './clock.ts';
import type { Counters } from './counters.ts';
import type { Disk, Writes } from './disk.ts';
import { type EncodedSend, EncodingTurn } from './encoding-turn.ts';
import { diskFailure, type Failure, handlerFailure } from './failure.ts';
import type { Description } from './status.ts';
import { Timers } from './timers.ts';

export interface TurnLoopOptions<S extends Shape> {
  me: Address;
  peers: readonly Address[];
  protocol: Protocol<S>;
  disk: Pick<Disk, 'stage' | 'write'>;
  clock: Clock;
  counters: Counters;
  describe(state: S['State']): Description;
  /** What a group of turns came to, now that its saves are on the disk. No description if the state can't be trusted. */
  release(sends: readonly EncodedSend[], description: Description | undefined): void;
  /** True when no more calls should be posted for now, false when they may be again. */
  overloaded(yes: boolean): void;
}

interface Group {
  turns: number;
  writes: Writes;
  sends: EncodedSend[];
}

/** Above so many waiting calls nothing more is read from the network. It bounds the time without a look at a timer, too. */
const mostCallsWaiting = 1_000;

/** So many turns may wait for one sync; then no more are taken until it is done. */
const mostTurnsUnsynced = 20_000;

export class TurnLoop<S extends Shape> {
  readonly #options: TurnLoopOptions<S>;
  readonly #timers: Timers<S>;
  readonly #cluster: readonly Address[];
  #state: S['State'] | undefined;
  #waiting: Call<S>[] = [];
  #group: Group = emptyGroup();
  #running = false;
  #scheduled = false;
  #syncing = false;
  #overloaded = false;
  #cut = false;
  #failure: Failure | undefined;
  readonly #ended = Promise.withResolvers<Failure | undefined>();

  constructor(options: TurnLoopOptions<S>) {
    this.#options = options;
    this.#cluster = [options.me, ...options.peers];
    this.#timers = new Timers(options.clock, (timer) => this.post({ kind: 'timer', timer }));
  }

  /** Settles when the last turn has been taken and its group is on the disk: nothing after `finish`, else the failure. */
  get ended(): Promise<Failure | undefined> {
    return this.#ended.promise;
  }

  /** Boots the protocol. Calls that are posted before are lost. */
  start(saved: Partial<S['Durable']>): void {
    const { me, peers } = this.#options;
    this.#running = true;
    this.post({ kind: 'start', me, peers, saved });
  }

  post(call: Call<S>): void {
    if (!this.#running) return;
    this.#waiting.push(call);
    if (this.#waiting.length >= mostCallsWaiting && !this.#overloaded) this.#setOverloaded(true);
    this.#schedule();
  }

  /** Takes no more turns; what was taken still reaches the disk and the network. */
  finish(): void {
    this.#running = false;
    this.#waiting = [];
    this.#timers.stopAll();
    this.#endIfIdle();
  }

  /** Ends as a power cut would: of the turns that are not on the disk nothing is saved or sent. */
  cut(): void {
    this.#group = emptyGroup();
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
    // The end of the sync calls again.
    if (this.#group.turns >= mostTurnsUnsynced) return;
    const calls = this.#waiting;
    this.#waiting = [];
    for (const call of calls) {
      if (!this.#running) break;
      this.#takeTurn(call);
    }
    if (this.#overloaded) this.#setOverloaded(false);
    this.#sync();
  }

  #takeTurn(call: Call<S>): void {
    if (call.kind === 'timer' && !this.#timers.claim(call.timer)) return;
    const { protocol, clock, disk, me, counters } = this.#options;
    const turn = new EncodingTurn<S>(clock(), draw, this.#cluster);
    try {
      this.#state = perform(protocol, this.#state, call, turn);
      disk.stage(turn.encodedSaves, this.#group.writes);
    } catch (error) {
      this.#fail(handlerFailure(me, call, error));
      return;
    }
    counters.turns++;
    this.#group.turns++;
    for (const send of turn.encodedSends) this.#group.sends.push(send);
    for (const change of turn.timers) this.#timers.apply(change);
  }

  /** Sends the group on its way, unless the one before is still being synced. */
  #sync(): undefined {
    if (this.#syncing || this.#group.turns === 0) return this.#endIfIdle();
    const group = this.#group;
    this.#group = emptyGroup();
    // A turn that threw has left the state half changed.
    const description = this.#failure ? undefined : this.#options.describe(this.#state as S['State']);
    if (group.writes.size === 0) return this.#release(group, description);
    this.#syncing = true;
    this.#options.disk.write(group.writes).then(
      () => {
        this.#syncing = false;
        this.#options.counters.syncs++;
        this.#options.counters.turnsSynced += group.turns;
        this.#release(group, description);
      },
      (error) => {
        this.#syncing = false;
        this.#fail(diskFailure(this.#options.me, error));
        this.cut();
      },
    );
  }

  #release(group: Group, description: Description | undefined): undefined {
    if (!this.#cut) this.#options.release(group.sends, description);
    this.#sync();
    if (this.#waiting.length > 0) this.#schedule();
  }

  #fail(failure: Failure): void {
    this.#failure ??= failure;
    this.finish();
  }

  #endIfIdle(): undefined {
    if (!this.#running && !this.#syncing && this.#group.turns === 0) this.#ended.resolve(this.#failure);
  }

  #setOverloaded(yes: boolean): void {
    this.#overloaded = yes;
    this.#options.overloaded(yes);
  }
}

const emptyGroup = (): Group => ({ turns: 0, writes: new Map(), sends: [] });

const draw = (options: number) => Math.floor(Math.random() * options);

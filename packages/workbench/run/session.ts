/**
 * A run that somebody looks at and reaches into: forward, one event on, back to any point, and into another future. To
 * act in the past begins a new branch; nothing is lost.
 */
import { copy, type Millis, type TraceEvent } from '@weekend/protocol';
import type { Raft, State } from '@weekend/raft';
import type { Simulation } from '@weekend/simulator';
import type { Action, Deed, Moment } from './action.ts';
import { Branch } from './branch.ts';
import type { Modules } from './code.ts';
import { Frame, type Taken } from './frame.ts';
import { type Happening, happening, type Known } from './happening.ts';
import type { Setup } from './setup.ts';
import { type View, viewOf } from './view.ts';

/** How many of the last events are told. */
export const remembered = 240;

/** At most so many events in one go, where time need not go on for them to happen. */
const mostAtOnce = 20_000;

export interface Hooks {
  /** An event is about to happen. Called before every event that is told, and now and then before those that are only passed. */
  about?(frame: Frame): void;
}

/** A stretch of the run, as it is told. */
interface Recorded {
  /** What every node that was up knew at its beginning. */
  boots: TraceEvent<Raft>[];
  events: TraceEvent<Raft>[];
  /** Where in `events` each event of the run begins. */
  begins: { index: number; from: number }[];
}

export class Session {
  readonly setup: Setup;
  readonly branches: Branch[];
  readonly #hooks: Hooks;
  #branch: Branch;
  #frame: Frame;
  /** What is being recorded, and what was recorded before that. Each begins with what was known when it began. */
  #recorded: Recorded = { boots: [], events: [], begins: [] };
  #older: Recorded | undefined;
  #known: Known = new Map();
  #happenings: Happening[] = [];
  /** Where it stood before code was loaded that does not come so far. */
  #wanted: Moment | undefined;
  /** Failures that were there already when the last command began. */
  #failures = 0;

  constructor(setup: Setup, modules: Modules, actions: readonly Action[] = [], hooks: Hooks = {}) {
    this.setup = setup;
    this.#hooks = hooks;
    this.#branch = new Branch(0, Frame.boot(setup, modules), undefined, [...actions]);
    this.branches = [this.#branch];
    this.#frame = this.#record(this.#branch.near(0));
  }

  // —— looking ——

  get branch(): Branch {
    return this.#branch;
  }

  get index(): number {
    return this.#frame.index;
  }

  get now(): Millis {
    return this.#frame.sim.now;
  }

  get moment(): Moment {
    return this.#frame.moment;
  }

  view(): View {
    return viewOf(this.#frame);
  }

  /** The last events, the newest last. */
  get happenings(): readonly Happening[] {
    return this.#happenings;
  }

  /** What the last events have left behind. It begins with a boot of every node that was up, in the state that it had. */
  get trace(): readonly TraceEvent<Raft>[] {
    const { boots, events } = this.#older ?? this.#recorded;
    return this.#older ? [...boots, ...events, ...this.#recorded.events] : [...boots, ...events];
  }

  /** Which event an event of `trace` belongs to. */
  eventOf(place: number): number {
    const older = this.#older;
    const skipped = older ? older.boots.length + older.events.length : this.#recorded.boots.length;
    const begins = place < skipped && older ? older.begins : this.#recorded.begins;
    const inside = place < skipped && older ? place - older.boots.length : place - skipped;
    return begins.findLast(({ from }) => from <= inside)?.index ?? 0;
  }

  /** To be read, not run. */
  get sim(): Simulation<Raft> {
    return this.#frame.sim;
  }

  /** After which events of this branch somebody has acted. */
  get deeds(): number[] {
    return this.#branch.deeds;
  }

  state(node: string): State | undefined {
    return this.#frame.sim.state(node);
  }

  /** Why it does not go on: the invariant that is broken. */
  get broken(): string | undefined {
    return this.#frame.sim.broken;
  }

  /** What has been thrown since the last command began; where that led to another moment, by its last event. */
  get thrown(): { node: string; error: unknown } | undefined {
    return this.#frame.sim.failures[this.#failures];
  }

  // —— moving ——

  /** Everything up to a time happens, unless something stops it. */
  advance(until: Millis): void {
    this.#begin();
    for (let events = 0; events < mostAtOnce; events++) {
      if (this.#isStopped()) return;
      if (this.#frame.nextAt(this.#branch.actions) > until) {
        this.#frame.pass(until);
        return;
      }
      this.#take();
    }
  }

  /** The next event happens. False if there is none. */
  step(): boolean {
    this.#begin();
    return this.#take() !== undefined;
  }

  /** On to the next event that is worth telling, but not over more than `most`. */
  stepToNews(most = mostAtOnce): void {
    this.#begin();
    for (let events = 0; events < most; events++) {
      const told = this.#take();
      if (told === undefined || told.weight === 'matters' || this.#isStopped()) return;
    }
  }

  back(): void {
    if (this.index > 0) this.seek(this.index - 1);
  }

  /** To where so many events have happened. */
  seek(index: number): void {
    const isNear = index > this.index && index - this.index < remembered;
    if (!isNear) this.#jumpBefore(index);
    this.#stepTo(index);
  }

  /** To a moment, as an address names it. */
  goTo({ at, nth }: Moment): void {
    this.#begin();
    const { actions } = this.#branch;
    const isBefore = (frame: Frame, then: Millis): boolean => frame.nextAt(actions) < then;
    this.#jump((frame) => isBefore(frame, at), 0);
    // Told are those that come last, and how many they are is known only now.
    const { index } = this;
    this.#jumpBefore(index);
    this.#stepTo(index);
    while (this.#frame.nextAt(actions) <= at && (this.moment.at < at || this.moment.nth < nth) && this.#takeAlone());
    if (this.#frame.nextAt(actions) > at) this.#frame.pass(at);
  }

  switchTo(id: number): void {
    const branch = this.branches.find((each) => each.id === id);
    if (!branch || branch === this.#branch) return;
    this.#branch = branch;
    this.#jumpBefore(branch.length);
    this.#stepTo(branch.length);
  }

  // —— acting ——

  /** Does something now. In the past, that begins a new branch. Whether it could be done. */
  act(deed: Deed): boolean {
    if (this.broken !== undefined) return false;
    this.#begin();
    const isPast = this.index < this.#branch.length || this.#frame.acted < this.#branch.actions.length;
    if (isPast) {
      this.#branch = this.#branch.fork(this.branches.length, this.#frame);
      this.branches.push(this.#branch);
    }
    this.#branch.actions.push({ ...this.moment, ...deed });
    this.#take();
    return true;
  }

  /** The same run on other code, to the same moment; on code that breaks before it, until there. */
  reload(modules: Modules): void {
    const moment = this.#wanted ?? this.moment;
    for (const branch of this.branches) branch.restart(Frame.boot(this.setup, modules));
    this.goTo(moment);
    this.#wanted = this.now < moment.at ? moment : undefined;
    // Of new code, all that it throws on the way is news.
    this.#failures = 0;
  }

  // —— inside ——

  #begin(): void {
    this.#wanted = undefined;
    this.#failures = this.#frame.sim.failures.length;
  }

  #stepTo(index: number): void {
    this.#begin();
    while (this.index < index && this.#takeAlone());
  }

  /** What was thrown earlier is an old story. */
  #takeAlone(): boolean {
    this.#failures = this.#frame.sim.failures.length;
    return this.#take() !== undefined;
  }

  #isStopped(): boolean {
    return this.broken !== undefined || this.thrown !== undefined;
  }

  /** So far before an event that those which are told can be taken one by one. */
  #jumpBefore(index: number): void {
    const from = Math.max(0, index - remembered);
    this.#jump((frame) => frame.index < from, from);
  }

  /** Runs from the keyframe before `index` as long as `goesOn`, without a record, and records from there. */
  #jump(goesOn: (frame: Frame) => boolean, index: number): void {
    const frame = this.#branch.near(index);
    for (let passed = 0; goesOn(frame); passed++) {
      if (passed % 64 === 0) this.#hooks.about?.(frame);
      const taken = frame.take(this.#branch.actions);
      if (!taken) break;
      this.#branch.pass(frame, taken);
    }
    this.#frame = this.#record(frame);
  }

  /** The same moment, from which on everything is told. */
  #record(frame: Frame): Frame {
    this.#older = undefined;
    this.#happenings = [];
    this.#known = new Map();
    for (const node of frame.sim.nodes) {
      const state = frame.sim.state(node);
      if (state) this.#known.set(node, copy(state));
    }
    return this.#recordOn(frame);
  }

  #recordOn(frame: Frame): Frame {
    const { sim } = frame;
    const boots = [...this.#known].map(
      ([node, state]): TraceEvent<Raft> => ({ kind: 'boot', at: sim.now, node, saved: copy(sim.disk(node)), state }),
    );
    this.#recorded = { boots, events: [], begins: [] };
    return frame.fork(this.#recorded.events);
  }

  #take(): Happening | undefined {
    this.#hooks.about?.(this.#frame);
    const { events, begins } = this.#recorded;
    const from = events.length;
    const taken: Taken | undefined = this.#frame.take(this.#branch.actions);
    if (!taken) return undefined;
    this.#branch.pass(this.#frame, taken);
    const marks = events.slice(from);
    begins.push({ index: this.index, from });
    const told = happening(this.index, this.now, taken, marks, this.#known);
    this.#happenings.push(told);
    this.#forgetOld();
    return told;
  }

  /** What is told is only the end, so that a long run does not fill the memory. */
  #forgetOld(): void {
    if (this.#happenings.length < 2 * remembered) return;
    this.#happenings = this.#happenings.slice(-remembered);
    this.#older = this.#recorded;
    this.#frame = this.#recordOn(this.#frame);
  }
}

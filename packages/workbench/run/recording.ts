/** A run that is over, from its trace: one can look at every step of it, and change nothing. */
import type { Address, Millis, Trace, TraceEvent } from '@weekend/protocol';
import { type Entry, type Raft, type State, tellRaft } from '@weekend/raft';
import { type Step, steps } from '@weekend/transcript';
import type { Moment } from './action.ts';
import { type Flight, flightsOf } from './flights.ts';
import type { Happening } from './happening.ts';
import { remembered } from './session.ts';
import { address } from './setup.ts';
import { downView, lostIn, playedView, stateView, type View } from './view.ts';

/** Where a script has let everything happen at once, its steps follow each other at this pace. */
const pace = 100;

export class Recording {
  index = 0;
  readonly branch = { id: 0 };
  readonly branches: readonly { id: number; length: number; origin?: undefined }[];
  readonly deeds: number[];
  readonly thrown = undefined;
  readonly broken = undefined;
  readonly #all: Trace<Raft>;
  readonly #steps: readonly Step<Raft>[];
  readonly #times: readonly Millis[];
  readonly #nodes: readonly Address[];
  readonly #flights: readonly Flight[];
  #at: Millis;

  constructor(trace: Trace<Raft>) {
    this.#all = trace;
    this.#steps = steps(trace, tellRaft).filter(
      ({ event }) => trace[event]?.kind !== 'boot' || event > lastFirstBoot(trace),
    );
    const isAtOnce = new Set(this.#steps.map(({ at }) => at)).size < this.#steps.length / 2;
    this.#times = this.#steps.map(({ at }, i) => (isAtOnce ? (i + 1) * pace : at));
    this.#nodes = nodesIn(trace);
    this.#at = this.#timeOf(0);
    this.#flights = flightsOf(trace, {
      at: (place) => this.eventOf(place),
      endOf: (step) => this.#endOf(step),
      timeOf: (step) => this.#timeOf(step),
    });
    this.branches = [{ id: 0, length: this.#steps.length }];
    this.deeds = this.#steps.flatMap(({ event }, i) => (isFault(trace[event]) ? [i + 1] : []));
  }

  get now(): Millis {
    return this.#at;
  }

  get moment(): Moment {
    return { at: this.#at, nth: this.index };
  }

  get trace(): Trace<Raft> {
    return this.#all.slice(0, this.#endOf(this.index));
  }

  /** Which event each event of the trace belongs to. */
  eventOf(place: number): number {
    return this.#steps.findLastIndex(({ event }) => event <= place) + 1;
  }

  get happenings(): readonly Happening[] {
    const from = Math.max(0, this.index - remembered);
    return this.#steps.slice(from, this.index).map((step, i) => this.#told(step, from + i));
  }

  state(node: Address): State | undefined {
    return this.#states().get(node);
  }

  view(): View {
    const states = this.#states();
    const end = this.#endOf(this.index);
    const leader = [...states.values()]
      .filter(({ role }) => role.kind === 'leader')
      .sort((a, b) => b.currentTerm - a.currentTerm)[0];
    const judgement = { leader, committed: committedOf(states) };
    const paused = this.#standing('pause', 'resume');
    return {
      at: this.#at,
      nodes: this.#nodes.map((node) => {
        const state = states.get(node);
        if (state) return stateView(state, paused.has(node), [], judgement);
        return this.#isBooted(node) ? downView(node) : playedView(node, this.#termFrom(node));
      }),
      packets: this.#flights.filter(({ from, until }) => from < end && end <= until).map(({ packet }) => packet),
      cuts: this.#cuts(),
    };
  }

  advance(until: Millis): void {
    while (this.index < this.#steps.length && (this.#times[this.index] ?? 0) <= until) this.index++;
    this.#at = this.index < this.#steps.length ? until : (this.#times.at(-1) ?? 0);
  }

  step(): boolean {
    if (this.index >= this.#steps.length) return false;
    this.seek(this.index + 1);
    return true;
  }

  stepToNews(): void {
    while (this.step()) if (this.happenings.at(-1)?.weight === 'matters') return;
  }

  back(): void {
    this.seek(this.index - 1);
  }

  seek(index: number): void {
    this.index = Math.min(this.#steps.length, Math.max(0, index));
    this.#at = this.#timeOf(this.index);
  }

  #told({ text, node, changes }: Step<Raft>, i: number): Happening {
    const matters = text.includes(' => ') || isFault(this.#all[this.#steps[i]?.event ?? 0]);
    return {
      index: i + 1,
      at: this.#times[i] ?? 0,
      text,
      weight: matters ? 'matters' : 'plain',
      ...(node === undefined ? {} : { node }),
      changes,
      lost: lostIn(this.#all.slice(this.#steps[i]?.event, this.#endOf(i + 1))),
    };
  }

  /** How much of the trace has happened by then: a step, and what came of it. */
  #endOf(index: number): number {
    return this.#steps[index]?.event ?? this.#all.length;
  }

  #states(): Map<Address, State> {
    const states = new Map<Address, State>();
    for (const event of this.trace) {
      if ('state' in event && event.state) states.set(event.kind === 'deliver' ? event.to : event.node, event.state);
      if (event.kind === 'crash' || event.kind === 'throw') states.delete(event.node);
    }
    return states;
  }

  /** A step is shown to take a moment before the first, too. */
  #timeOf(step: number): Millis {
    return this.#times[step - 1] ?? Math.max(0, (this.#times[0] ?? 0) - pace);
  }

  #isBooted(node: Address): boolean {
    return this.#all.some((event) => event.kind === 'boot' && event.node === node);
  }

  /** What it has last said of itself. */
  #termFrom(node: Address): number {
    const said = this.trace.findLast((event) => event.kind === 'deliver' && event.from === node);
    return said?.kind === 'deliver' && 'term' in said.message ? said.message.term : 0;
  }

  #standing(on: 'pause', off: 'resume'): Set<Address> {
    const standing = new Set<Address>();
    for (const event of this.trace) {
      if (event.kind === on) standing.add(event.node);
      else if (event.kind === off || event.kind === 'crash') standing.delete(event.node);
    }
    return standing;
  }

  #cuts(): View['cuts'] {
    let cuts: View['cuts'] = [];
    for (const event of this.trace) {
      if (event.kind === 'cut') cuts.push({ from: event.from, to: event.to });
      else if (event.kind === 'join') cuts = cuts.filter(({ from, to }) => from !== event.from || to !== event.to);
      else if (event.kind === 'heal') cuts = [];
      else if (event.kind === 'partition') cuts = between(event.groups);
    }
    return cuts;
  }
}

/** All up to the last that is named, also those for whom the script speaks: else the ring would have gaps. */
function nodesIn(trace: Trace<Raft>): Address[] {
  const named = trace.flatMap((event) =>
    event.kind === 'boot' ? [event.node] : 'from' in event && 'to' in event ? [event.from, event.to] : [],
  );
  const numbers = named.map((name) => Number(/^n(\d+)$/.exec(name)?.[1] ?? 0));
  return Array.from({ length: Math.max(1, ...numbers) }, (_, place) => address(place));
}

const between = (groups: readonly (readonly Address[])[]): View['cuts'] =>
  groups.flatMap((group) =>
    groups.flatMap((other) => (other === group ? [] : group.flatMap((from) => other.map((to) => ({ from, to }))))),
  );

/** The boots with which a cluster begins: where the story itself begins. */
function lastFirstBoot(trace: Trace<Raft>): number {
  const first = trace.findIndex(({ kind }) => kind !== 'boot' && kind !== 'save');
  return first < 0 ? trace.length : first - 1;
}

function isFault(event: TraceEvent<Raft> | undefined): boolean {
  return event !== undefined && !['boot', 'deliver', 'timer', 'save', 'send'].includes(event.kind);
}

/** The longest beginning of a log that anybody holds to be committed. */
function committedOf(states: ReadonlyMap<Address, State>): readonly Entry[] {
  const most = [...states.values()].sort((a, b) => b.commitIndex - a.commitIndex)[0];
  return most?.log.slice(0, most.commitIndex) ?? [];
}

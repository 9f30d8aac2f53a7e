/** Every turn of every node, taken once: for a state and an event, all that may come of it. */
import { type Address, BrokenContract, type Call, type Changes, type Shape, type TimerChange } from '@weekend/protocol';
import { isEqual } from './canonical.ts';
import { type Asked, again, isSame, messageOf, observe } from './handler.ts';
import type { Disks, Knowledge } from './knowledge.ts';
import type { Mail } from './mail.ts';
import type { Setting } from './question.ts';
import { absent, Pairs } from './tables.ts';

/** What a node is called for, by numbers. */
export type Occasion<S extends Shape> =
  | { kind: 'start'; disk: number }
  | { kind: 'message'; packet: number }
  | { kind: 'timer'; timer: S['Timer'] };

/** One thing that may come of a turn: one for each way to choose. */
export interface TurnTaken<S extends Shape> {
  readonly number: number;
  readonly node: number;
  /** What the node knew, `absent` if it boots. */
  readonly before: number;
  readonly occasion: Occasion<S>;
  readonly choices: readonly number[];
  /** From how many options it chose, each time. */
  readonly options: readonly number[];
  /** What the node knows now. */
  readonly after: number;
  readonly saves: readonly Changes<S['Durable']>[];
  /** Packets, in the order in which they leave. */
  readonly sends: readonly number[];
  readonly timers: readonly TimerChange<S>[];
  readonly problem: Problem | undefined;
}

/** What was thrown knows where. */
export type Problem = { message: string } & ({ kind: 'threw'; error: unknown } | { kind: 'broken-contract' });

export class Turns<S extends Shape> {
  readonly cluster: readonly Address[];
  readonly taken: TurnTaken<S>[] = [];
  readonly #parts: Parts<S>;
  readonly #timers: S['Timer'][] = [];
  /** For each state and event, and for each node and disk, where its outcomes are in `#outcomes`. */
  readonly #ofEvents = new Pairs();
  readonly #ofBoots = new Pairs();
  readonly #outcomes: (readonly TurnTaken<S>[])[] = [];
  /** The objects that turns have left behind, by the numbers of their states, until somebody goes on from there. */
  readonly #live = new Map<number, S['State']>();
  /** Other such objects, from which nobody goes on: what changes them comes from outside. */
  readonly #twins = new Map<number, S['State']>();
  readonly #reachable: (to: Address) => boolean;

  constructor(parts: Parts<S>) {
    this.#parts = parts;
    this.cluster = Object.keys(parts.setting.nodes);
    const { injections = [], start } = parts.setting;
    const speakers = [
      ...this.cluster,
      ...injections.map(({ from }) => from),
      ...(start?.packets ?? []).map(({ from }) => from),
    ];
    const known = new Set(speakers);
    this.#reachable = (to) => known.has(to);
  }

  boot(node: number, disk: number): readonly TurnTaken<S>[] {
    return this.#remembered(this.#ofBoots, node, disk, absent, { kind: 'start', disk });
  }

  deliver(state: number, packet: number): readonly TurnTaken<S>[] {
    return this.#remembered(this.#ofEvents, state, packet * 2, state, { kind: 'message', packet });
  }

  fire(state: number, timer: S['Timer']): readonly TurnTaken<S>[] {
    if (!this.#timers.includes(timer)) this.#timers.push(timer);
    const event = this.#timers.indexOf(timer) * 2 + 1;
    return this.#remembered(this.#ofEvents, state, event, state, { kind: 'timer', timer });
  }

  /** What the node is called for, as it is called. */
  call(node: number, occasion: Occasion<S>): Call<S> {
    switch (occasion.kind) {
      case 'start': {
        const me = this.cluster[node] as Address;
        const peers = this.cluster.filter((address) => address !== me);
        return { kind: 'start', me, peers, saved: this.#parts.disks.at(occasion.disk) };
      }
      case 'message': {
        const { from, message } = this.#parts.mail.at(occasion.packet);
        return { kind: 'message', from, message };
      }
      case 'timer':
        return occasion;
      default:
        return occasion satisfies never;
    }
  }

  /**
   * What is wrong with a turn if it is taken again, now that many others have been taken since: a handler that keeps
   * something outside its state does not do the same.
   */
  changedSince(turn: TurnTaken<S>): string | undefined {
    const { problem, node, before, occasion, choices, after, sends } = turn;
    if (problem) return undefined;
    const { knowledge, mail } = this.#parts;
    const twin = this.#twins.get(after);
    if (twin !== undefined && !isEqual(twin, knowledge.at(after))) return leaked;
    const letters = sends.map((packet) => mail.at(packet)).map(({ to, message }) => ({ to, message }));
    const then = { ...turn, state: knowledge.at(after) as S['State'], sends: letters };
    return isSame(again(this.#asked(node, before, occasion, choices)), then) ? undefined : outside(occasion.kind);
  }

  get bytes(): number {
    return this.taken.length * 2000 + this.#ofEvents.bytes + this.#ofBoots.bytes;
  }

  #remembered(table: Pairs, a: number, b: number, before: number, occasion: Occasion<S>): readonly TurnTaken<S>[] {
    const known = table.get(a, b);
    if (known !== absent) return this.#outcomes[known] as readonly TurnTaken<S>[];
    const node = before === absent ? a : this.#parts.knowledge.nodeOf(before);
    const outcomes = this.#everyChoice(node, before, occasion);
    table.set(a, b, this.#outcomes.push(outcomes) - 1);
    return outcomes;
  }

  /** Counts through the choices like an odometer: the last one turns first. */
  #everyChoice(node: number, before: number, occasion: Occasion<S>): TurnTaken<S>[] {
    const all: TurnTaken<S>[] = [];
    let next: number[] | undefined = [];
    while (next) {
      const choices: number[] = next;
      const turn = this.#take(node, before, occasion, choices);
      all.push(turn);
      next = following(turn.options, choices);
    }
    return all;
  }

  #take(node: number, before: number, occasion: Occasion<S>, choices: readonly number[]): TurnTaken<S> {
    const { knowledge, mail } = this.#parts;
    const base = { number: this.taken.length, node, before, occasion, choices };
    let turn: TurnTaken<S>;
    try {
      const live = this.#takeLive(before);
      const outcome = observe(this.#asked(node, before, occasion, choices), live);
      const { state, saves, timers, options, texts } = outcome;
      const known = knowledge.size;
      const after = knowledge.number(node, state, texts.state);
      if (after === known) {
        this.#live.set(after, state);
        this.#twins.set(after, outcome.twin);
      }
      const me = this.cluster[node] as Address;
      const sends = outcome.sends.map(({ to, message }, i) => mail.packet(me, to, message, texts.messages[i]));
      turn = { ...base, options, after, saves, sends, timers, problem: undefined };
    } catch (error) {
      const message = messageOf(error);
      const problem: Problem =
        error instanceof BrokenContract ? { kind: 'broken-contract', message } : { kind: 'threw', message, error };
      turn = { ...base, options: [], after: absent, saves: [], sends: [], timers: [], problem };
    }
    this.taken.push(turn);
    return turn;
  }

  /** The object itself that a node has in its memory, if it is still what it was when its turn ended. */
  #takeLive(state: number): S['State'] | undefined {
    const live = this.#live.get(state);
    if (live === undefined) return undefined;
    this.#live.delete(state);
    if (!isEqual(live, this.#parts.knowledge.at(state))) throw new BrokenContract(leaked);
    return live;
  }

  #asked(node: number, before: number, occasion: Occasion<S>, choices: readonly number[]): Asked<S> {
    const { setting, knowledge } = this.#parts;
    const protocol = setting.nodes[this.cluster[node] as Address] as Asked<S>['protocol'];
    const state = before === absent ? undefined : knowledge.at(before);
    return { protocol, state, call: this.call(node, occasion), choices, reachable: this.#reachable };
  }
}

interface Parts<S extends Shape> {
  setting: Setting<S>;
  knowledge: Knowledge<S>;
  disks: Disks<S>;
  mail: Mail<S>;
}

/** Nothing after the last one. */
function following(options: readonly number[], choices: readonly number[]): number[] | undefined {
  const next = options.map((_, i) => choices[i] ?? 0);
  for (let i = next.length - 1; i >= 0; i--) {
    next.length = i + 1;
    const choice = (next[i] as number) + 1;
    next[i] = choice;
    if (choice < (options[i] as number)) return next;
  }
  return undefined;
}

const leaked =
  'what this node knows has changed between two of its turns: a part of it is held by something outside the state, which another turn has changed';

const outside = (kind: string): string =>
  `your handler keeps something outside its state: called again with the same ${kind} after other turns, it did something else`;

/**
 * The search: breadth first, so that what is found first is found by the shortest way; then by dives, for what lies
 * deeper. Every state is looked at once, and all that can happen in it; a dive only chooses which is the next.
 */
import type { Shape } from '@weekend/protocol';
import { Dice } from './dice.ts';
import { Goals } from './goals.ts';
import { led, ledOutside, type Model, unaffordable, violated } from './model.ts';
import type { Budget } from './question.ts';
import { States } from './states.ts';
import { Symmetry } from './symmetry.ts';
import { absent, Numbers } from './tables.ts';
import type { TurnTaken } from './turns.ts';
import { isViolation } from './watch.ts';

/** What is wrong, and the last move to it: the `index`-th of a node. */
export interface Finding {
  state: number;
  /** `absent` if the start is wrong as it is given. */
  node: number;
  index: number;
  /** `wentWrong` or `violated`. */
  how: number;
}

const usual = { states: 1_000_000, bytes: 2 ** 30, depth: 100 };

/** Memory is estimated once for so many states. */
const stride = 4096;

export class Search<S extends Shape, Past extends object> {
  readonly states: States;
  readonly goals: Goals<S, Past>;
  transitions = 0;
  outside = 0;
  depth = 0;
  found: Finding | undefined = undefined;
  /** It is all breadth first until the first dive. */
  isBreadthFirst = true;
  /** The first states are not yet states of a cluster that has booted: how many, and how long is the way through them. */
  unborn = 0;
  bootDepth = 0;
  readonly model: Model<S, Past>;
  readonly symmetry: Symmetry<S, Past> | undefined;
  readonly #budget: Budget;
  /** States that are to be searched from `#first` on. */
  readonly #open = new Numbers();
  #first = 0;
  #bytes = 0;
  readonly #row: Int32Array;
  readonly #next: Int32Array;

  constructor(model: Model<S, Past>) {
    this.model = model;
    this.states = new States(model.cluster.length);
    this.goals = new Goals(model);
    this.symmetry = model.setting.symmetric ? new Symmetry(model) : undefined;
    this.#budget = model.setting.budget ?? {};
    this.#row = new Int32Array(model.cluster.length + 2);
    this.#next = new Int32Array(model.cluster.length + 2);
  }

  /** Whether nothing is left to be searched. */
  get isExhausted(): boolean {
    return this.found === undefined && this.#first === this.#open.length;
  }

  get size(): number {
    return this.states.size - this.unborn;
  }

  get bytes(): number {
    return this.states.bytes + this.#open.bytes + this.goals.bytes + this.model.bytes;
  }

  /** The first state after a turn or, if there is none, before it; else the first one. */
  firstWith(turn: TurnTaken<S>): number {
    return this.#firstOf(turn.node, turn.after) ?? this.#firstOf(turn.node, turn.before) ?? this.unborn;
  }

  run(): void {
    this.#begin();
    const { states = usual.states, dives } = this.#budget;
    this.#breadthFirst(states);
    if (dives && !this.#isOver(states + dives.states))
      this.#dive(states + dives.states, dives.seed, dives.depth ?? usual.depth);
  }

  #breadthFirst(limit: number): void {
    while (!this.#isOver(limit)) this.#expand(this.#open.at(this.#first++));
  }

  #dive(limit: number, seed: number, depth: number): void {
    const dice = new Dice(seed);
    this.isBreadthFirst = false;
    let [down, from] = [0, this.#open.length];
    while (!this.#isOver(limit)) {
      // On to a state that was new just now; up again, where there is none or it is deep enough.
      const goesOn = this.#open.length > from && down < depth;
      const place = goesOn
        ? from + dice.below(this.#open.length - from)
        : this.#first + dice.below(this.#open.length - this.#first);
      down = goesOn ? down + 1 : 0;
      const state = this.#takeOut(place);
      from = this.#open.length;
      this.#expand(state);
    }
  }

  #takeOut(place: number): number {
    const state = this.#open.at(place);
    this.#open.items[place] = this.#open.at(--this.#open.length);
    return state;
  }

  #isOver(limit: number): boolean {
    if (this.found || this.#first === this.#open.length || this.size >= limit) return true;
    if (this.model.setting.stopAtGoals && this.goals.areReached) return true;
    return this.#bytes > (this.#budget.bytes ?? usual.bytes);
  }

  /** The nodes boot one after another, by every way to choose; this is the same for all runs, and no step of theirs. */
  #begin(): void {
    const { model } = this;
    const row = model.beginning();
    for (const step of model.given()) {
      const past = model.watch.after(row[model.pastPlace] as number, step, row);
      if (isViolation(past)) {
        model.answer = past;
        this.found = { state: this.#add(row, absent, absent), node: absent, index: absent, how: violated };
        return;
      }
      row[model.pastPlace] = past;
    }
    let level = [this.#add(row, absent, absent)];
    for (let place = 0; place < model.cluster.length; place++) {
      if (!model.isToBoot(place)) continue;
      this.unborn = this.states.size;
      this.bootDepth++;
      level = level.flatMap((state) => this.#boot(state, place));
    }
    for (const state of level) this.#enter(state);
  }

  #boot(state: number, place: number): number[] {
    const row = new Int32Array(this.#row.length);
    const next = new Int32Array(this.#row.length);
    const booted: number[] = [];
    this.states.read(state, row);
    for (let index = 0; index < this.model.moveCount(row, place); index++) {
      const step = this.model.stepOf(row, place, index);
      if (step.kind !== 'turn' || step.crash) continue;
      const how = this.model.follow(row, place, index, next);
      if (how === led) booted.push(this.#add(next, state, index * this.model.cluster.length + place));
      else if (how !== ledOutside) this.found ??= { state, node: place, index, how };
    }
    return booted;
  }

  #add(row: Int32Array, parent: number, move: number): number {
    const number = this.states.add(row, parent, move);
    return number < 0 ? ~number : number;
  }

  #expand(state: number): void {
    const { model } = this;
    const { length } = model.cluster;
    this.states.read(state, this.#row);
    for (let node = 0; node < length; node++) {
      const count = model.moveCount(this.#row, node);
      for (let index = 0; index < count; index++) {
        const how = model.follow(this.#row, node, index, this.#next);
        if (how === led) this.#meet(state, index * length + node);
        else if (how === ledOutside) this.outside++;
        else if (how !== unaffordable) {
          this.found = { state, node, index, how };
          return;
        }
      }
    }
  }

  #meet(parent: number, move: number): void {
    this.transitions++;
    this.symmetry?.settle(this.#next);
    const known = this.states.add(this.#next, parent, move);
    if (known < 0) this.#enter(~known);
  }

  /** A state that is new. */
  #enter(state: number): void {
    this.states.read(state, this.#next);
    this.goals.look(state, this.#next);
    this.depth = Math.max(this.depth, this.states.depth(state) - this.bootDepth);
    if (state % stride === 0) this.#bytes = this.bytes;
    if (!this.model.setting.prune?.(this.model.view(this.#next))) this.#open.push(state);
  }

  #firstOf(node: number, knowing: number): number | undefined {
    for (let state = this.unborn; state < this.states.size; state++) {
      this.states.read(state, this.#row);
      if (this.model.cells.state(this.#row[node] as number) === knowing) return state;
    }
    return undefined;
  }
}

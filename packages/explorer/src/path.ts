/** A way through the states, move by move, as it really went: from the start to a state, or to what is wrong. */
import type { Shape } from '@weekend/protocol';
import { led, type Model } from './model.ts';
import type { Finding, Search } from './search.ts';
import type { Step } from './steps.ts';
import { absent } from './tables.ts';

/** Steps; of those to the states before all nodes have booted, `boots` says how many there are. */
export interface Path<S extends Shape> {
  readonly steps: readonly Step<S>[];
  readonly boots: number;
  /** What `follow` said of the last step, and which answer of the invariants it was. */
  readonly how: number;
  readonly answer: number;
  /** The states on the way; the last is the one that the last step leads to, if it leads anywhere. */
  readonly rows: readonly Int32Array[];
}

export function pathTo<S extends Shape, Past extends object>(search: Search<S, Past>, state: number): Path<S> {
  return new Walk(search, state).path();
}

export function pathOf<S extends Shape, Past extends object>(search: Search<S, Past>, found: Finding): Path<S> {
  const walk = new Walk(search, found.state);
  walk.last(found);
  return walk.path();
}

/** Nobody is where the states say if nodes were taken for alike: then each move is looked for that leads to an equal state. */
class Walk<S extends Shape, Past extends object> {
  readonly #search: Search<S, Past>;
  readonly #model: Model<S, Past>;
  readonly #rows: Int32Array[] = [];
  readonly #steps: Step<S>[] = [];
  #boots = 0;
  #how = led;
  #answer = 0;

  constructor(search: Search<S, Past>, state: number) {
    this.#search = search;
    this.#model = search.model;
    const way: number[] = [];
    for (let at = state; at !== absent; at = search.states.parent(at)) way.push(at);
    this.#rows.push(this.#read(way.pop() as number));
    while (way.length > 0) this.#go(way.pop() as number);
  }

  path(): Path<S> {
    return { steps: this.#steps, boots: this.#boots, how: this.#how, answer: this.#answer, rows: this.#rows };
  }

  last({ node, index, how }: Finding): void {
    const row = this.#row;
    const next = new Int32Array(row.length);
    if (node === absent) {
      this.#how = how;
      this.#answer = this.#model.answer;
      return;
    }
    const [lastNode, lastIndex] = this.#search.symmetry ? this.#find((what) => what === how) : [node, index];
    this.#how = this.#model.follow(row, lastNode, lastIndex, next);
    this.#answer = this.#model.answer;
    this.#steps.push(this.#model.stepOf(row, lastNode, lastIndex));
  }

  #go(state: number): void {
    const move = this.#search.states.moveTo(state);
    const { length } = this.#model.cluster;
    const booting = this.#search.states.depth(state) <= this.#search.bootDepth;
    const [node, index] =
      this.#search.symmetry && !booting ? this.#findWayTo(state) : [move % length, Math.floor(move / length)];
    const next = new Int32Array(this.#row.length);
    this.#model.follow(this.#row, node, index, next);
    this.#steps.push(this.#model.stepOf(this.#row, node, index));
    this.#rows.push(next);
    if (booting) this.#boots++;
  }

  #findWayTo(state: number): [node: number, index: number] {
    const wanted = this.#read(state);
    const settled = new Int32Array(wanted.length);
    return this.#find((how, next) => {
      if (how !== led) return false;
      settled.set(next);
      this.#search.symmetry?.settle(settled);
      return settled.every((number, i) => number === wanted[i]);
    });
  }

  #find(isWanted: (how: number, next: Int32Array) => boolean): [node: number, index: number] {
    const next = new Int32Array(this.#row.length);
    for (let node = 0; node < this.#model.cluster.length; node++)
      for (let index = 0; index < this.#model.moveCount(this.#row, node); index++)
        if (isWanted(this.#model.follow(this.#row, node, index, next), next)) return [node, index];
    throw new Error(
      'Cannot tell how this was found: with other names, the nodes can’t do the same; the protocol is not symmetric, ask again without `symmetric`',
    );
  }

  get #row(): Int32Array {
    return this.#rows.at(-1) as Int32Array;
  }

  #read(state: number): Int32Array {
    const row = new Int32Array(this.#model.cluster.length + 2);
    this.#search.states.read(state, row);
    return row;
  }
}

/**
 * What comes causally before what: the transitive closure of process order, reads-from and whatever edges a checker adds,
 * held as vector clocks (Fidge; Mattern, 1988), one number a chain. O(accesses x chains) time and space.
 */
import type { Accesses, Id, Step } from './accesses.ts';

/** An edge that a checker adds, and why. */
export interface Edge {
  readonly from: Id;
  readonly reason: 'not seen' | 'replaced';
  /** The one was known to come before the other before this round; `undefined` if that needs no proof. */
  readonly since: readonly [Id, Id] | undefined;
  readonly round: number;
}

/** Added edges, by the access that they lead to. */
export type Edges = ReadonlyMap<Id, readonly Edge[]>;

export interface Causality {
  /** How many accesses of a chain come before this one: all those with a smaller position. */
  past(id: Id, chain: number): number;
  isBefore(a: Id, b: Id): boolean;
  /** The last write to `key` in each chain that comes before this access. */
  latestWrites(id: Id, key: string): Id[];
}

export type Circle = { readonly circle: readonly Id[] };

/** The clocks, or a circle: accesses each of which comes before the next, and the last before the first. */
export function causality(accesses: Accesses, added: Edges = new Map()): Causality | Circle {
  const { steps, chains, writes } = accesses;
  const width = chains.length;
  const order = topological(steps, added);
  if (order.length < steps.length) return { circle: circleAmong(steps, added, new Set(order)) };
  const clocks = new Int32Array(steps.length * width);
  for (const id of order) {
    for (const before of causesOf(steps, added, id)) {
      for (let chain = 0; chain < width; chain++)
        raise(clocks, id * width + chain, clocks[before * width + chain] as number);
      const { chain, position } = steps[before] as Step;
      raise(clocks, id * width + chain, position + 1);
    }
  }

  const past = (id: Id, chain: number): number => clocks[id * width + chain] as number;
  function isBefore(a: Id, b: Id): boolean {
    const { chain, position } = steps[a] as Step;
    return past(b, chain) > position;
  }
  function latestWrites(id: Id, key: string): Id[] {
    const latest: Id[] = [];
    for (const [chain, inChain] of writes.get(key) ?? []) {
      const write = lastBelow(inChain, steps, past(id, chain));
      if (write !== undefined) latest.push(write);
    }
    return latest;
  }
  return { past, isBefore, latestWrites };
}

/** From each write that `read` knew of to the one that it saw. Of a chain's writes the last will do. True if one is new. */
export function addKnownWrites(
  added: Map<Id, Edge[]>,
  steps: readonly Step[],
  order: Causality,
  because: Id,
  round: number,
): boolean {
  const { kind, key, saw } = steps[because] as Step;
  if (kind === 'write' || saw < 0) return false;
  let news = false;
  for (const from of order.latestWrites(because, key)) {
    if (from === saw || order.isBefore(from, saw)) continue;
    addEdge(added, saw, { from, reason: 'not seen', since: [from, because], round });
    news = true;
  }
  return news;
}

export function addEdge(added: Map<Id, Edge[]>, to: Id, edge: Edge): void {
  const edges = added.get(to);
  if (edges === undefined) added.set(to, [edge]);
  else edges.push(edge);
}

function raise(clocks: Int32Array, at: number, value: number): void {
  if ((clocks[at] as number) < value) clocks[at] = value;
}

/** What comes directly before an access. */
function causesOf(steps: readonly Step[], added: Edges, id: Id): Id[] {
  const { before, saw } = steps[id] as Step;
  const causes = (added.get(id) ?? []).map(({ from }) => from);
  if (before >= 0) causes.push(before);
  if (saw >= 0) causes.push(saw);
  return causes;
}

/** Kahn's order; what lies on a circle or behind one is left out. */
function topological(steps: readonly Step[], added: Edges): Id[] {
  const missing = new Int32Array(steps.length);
  const effects: Id[][] = steps.map(() => []);
  for (let id = 0; id < steps.length; id++) {
    for (const cause of causesOf(steps, added, id)) {
      effects[cause]?.push(id);
      missing[id] = (missing[id] as number) + 1;
    }
  }
  const order = [...steps.keys()].filter((id) => missing[id] === 0);
  for (const id of order)
    for (const effect of effects[id] as Id[]) {
      missing[effect] = (missing[effect] as number) - 1;
      if (missing[effect] === 0) order.push(effect);
    }
  return order;
}

/** Every access that is not `done` has a cause that is not, so walking back must come round. */
function circleAmong(steps: readonly Step[], added: Edges, done: ReadonlySet<Id>): Id[] {
  const path: Id[] = [];
  let id = [...steps.keys()].find((candidate) => !done.has(candidate)) as Id;
  while (!path.includes(id)) {
    path.push(id);
    id = causesOf(steps, added, id).find((cause) => !done.has(cause)) as Id;
  }
  return shortestChain(steps, added, id, id);
}

/** The fewest accesses that lead from one to another, both included; the target once only if it is the start. */
export function shortestChain(steps: readonly Step[], added: Edges, from: Id, to: Id): Id[] {
  const nextOf = new Map<Id, Id>();
  const queue: Id[] = [to];
  for (const id of queue) {
    for (const cause of direct(steps, added, id, nextOf)) {
      if (nextOf.has(cause)) continue;
      nextOf.set(cause, id);
      if (cause === from) return chainFrom(from, to, nextOf);
      queue.push(cause);
    }
  }
  return [];
}

/** As `causesOf`, but with all that its process did before, as far as it is not known yet: a chain may skip those. */
function direct(steps: readonly Step[], added: Edges, id: Id, known: ReadonlyMap<Id, Id>): Id[] {
  const causes = causesOf(steps, added, id);
  let before = (steps[id] as Step).before;
  for (; before >= 0 && !known.has(before); before = (steps[before] as Step).before) causes.push(before);
  return causes;
}

function chainFrom(from: Id, to: Id, nextOf: ReadonlyMap<Id, Id>): Id[] {
  const chain = [from];
  for (let id = nextOf.get(from) as Id; id !== to; id = nextOf.get(id) as Id) chain.push(id);
  return from === to ? chain : [...chain, to];
}

function lastBelow(ids: readonly Id[], steps: readonly Step[], position: number): Id | undefined {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[ids[middle] as Id] as Step).position < position) low = middle + 1;
    else high = middle;
  }
  return ids[low - 1];
}

/**
 * What any order of a history of unique writes must keep, if all processes are to see that one order. To what comes causally
 * before what it adds, until nothing is new:
 *
 * - a write that a read knew of, and did not see, comes before the one that it saw;
 * - a read comes before the writes that replace what it saw.
 *
 * After Zennou et al., "Gradual consistency checking" (CAV 2019, §4). Necessary, not sufficient: a circle proves that there is
 * no order, else a search has far fewer to try. O(n c) a round for n accesses in c chains; few rounds in practice.
 */
import { type Accesses, type Id, initially, nowhere, type Step } from './accesses.ts';
import { addEdge, addKnownWrites, type Causality, type Circle, causality, type Edge, type Edges } from './causality.ts';
import { proofChains } from './proof-chains.ts';

/** Accesses that have no order, all by themselves. */
export interface NoOrder {
  readonly disordered: readonly Id[];
}

/** The edges that it adds in so many rounds at most, or a proof that there is no order. */
export function forcedOrder(accesses: Accesses, rounds: number): Edges | NoOrder {
  const { steps } = accesses;
  const added = new Map<Id, Edge[]>();
  for (let round = 1; round <= rounds; round++) {
    const order: Causality | Circle = causality(accesses, added);
    if ('circle' in order) return { disordered: allOf(accesses, added, order.circle) };
    let news = false;
    for (const [read, { kind, saw }] of steps.entries()) {
      if (kind === 'write') continue;
      if (saw === nowhere) return { disordered: [read] };
      const isKnown = addKnownWrites(added, steps, order, read, round);
      const isReplaced = addReplacements(added, accesses, order, read, round);
      news ||= isKnown || isReplaced;
    }
    if (!news) break;
  }
  return added;
}

function allOf({ steps }: Accesses, added: Edges, circle: readonly Id[]): Id[] {
  const chains = proofChains(steps, added, [...circle, ...circle.slice(0, 1)]);
  return [...new Set(chains.flat().map(({ id }) => id))];
}

function addReplacements(
  added: Map<Id, Edge[]>,
  accesses: Accesses,
  order: Causality,
  read: Id,
  round: number,
): boolean {
  const { key, saw } = accesses.steps[read] as Step;
  let news = false;
  for (const inChain of accesses.writes.get(key)?.values() ?? []) {
    const next = inChain.find((write) => saw === initially || order.isBefore(saw, write));
    if (next === undefined || order.isBefore(read, next)) continue;
    addEdge(added, next, { from: read, reason: 'replaced', since: saw === initially ? undefined : [saw, next], round });
    news = true;
  }
  return news;
}

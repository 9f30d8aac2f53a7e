/** A chain of accesses as a proof: why each comes after the one before it, and the chains that show that in turn. */
import type { Id, Step } from './accesses.ts';
import { type Edges, shortestChain } from './causality.ts';
import type { Reason } from './words.ts';

export type ProofChain = readonly { readonly id: Id; readonly reason: Reason | undefined }[];

/** The chain itself first. */
export function proofChains(steps: readonly Step[], added: Edges, chain: readonly Id[]): ProofChain[] {
  const chains: Id[][] = [[...chain]];
  const reasonOf = (a: Id, b: Id): Reason => {
    const edge = added.get(b)?.find(({ from }) => from === a);
    if (edge === undefined) return (steps[b] as Step).saw === a ? 'seen by' : 'same process';
    const shown = edge.since === undefined ? [] : shortestChain(steps, earlier(added, edge.round), ...edge.since);
    if (shown.length > 0 && !chains.some((other) => other.join() === shown.join())) chains.push(shown);
    return edge.reason;
  };
  const told: ProofChain[] = [];
  for (const ids of chains)
    told.push(ids.map((id, at) => ({ id, reason: at === 0 ? undefined : reasonOf(ids[at - 1] as Id, id) })));
  return told;
}

/** The edges that were known before a round. */
function earlier(added: Edges, round: number): Edges {
  return new Map([...added].map(([to, edges]) => [to, edges.filter((edge) => edge.round < round)]));
}

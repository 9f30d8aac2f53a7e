/** Three nodes and all that can happen to them: every loss, repetition and delay, every timer, and a crash at any point. */
import type { Invariant } from '@weekend/explorer';
import { type Election, electionSafety, noPast, type Past, type Raft, type Term } from '@weekend/raft';
import { everyOrder } from '../exhaustive.ts';
import { property } from '../raft/properties.ts';
import { tellStory } from '../raft/story.ts';
import type { Broken } from '../suite.ts';
import { electionRestriction } from './invariants.ts';
import { electionNode, logOf, names } from './node.ts';

const nodes = names(3);

/** From the first boot on, through one term. */
export const oneTerm = (stage: Election): Broken | undefined =>
  everyOrder<Raft, Past>({ ...among(stage), within: upTo(1), crashes: 1, invariants: [safety] }, tellStory);

/** One with more entries, two with fewer, of which the last is of a newer term: who is the most up-to-date? (§5.4.1) */
export const byLogs = (stage: Election): Broken | undefined => {
  const logs: Record<string, Term[]> = { n1: [1, 1, 1], n2: [1, 2], n3: [1, 2] };
  const saved = (node: string) => ({ currentTerm: 2, votedFor: null, log: logOf(logs[node] as Term[]) });
  const start = { nodes: Object.fromEntries(nodes.map((node) => [node, { saved: saved(node) }])) };
  return everyOrder<Raft, Past>(
    { ...among(stage), start, within: upTo(3), invariants: [safety, restriction] },
    tellStory,
  );
};

const among = (stage: Election) => ({
  nodes: Object.fromEntries(nodes.map((node) => [node, electionNode(stage)])),
  past: noPast(),
});

const upTo =
  (term: Term) =>
  ({ currentTerm }: Raft['State']): boolean =>
    currentTerm <= term;

const safety = property(electionSafety);

const restriction: Invariant<Raft, Past> = {
  name: 'Election restriction (§5.4.1)',
  check: ({ state, others }) => state && electionRestriction(state, () => others),
};

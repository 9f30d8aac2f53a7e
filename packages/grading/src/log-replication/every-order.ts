/** A cluster that has come to a dangerous point, and all that can happen to it from there, in every order. */
import type { NodeStart, Question } from '@weekend/explorer';
import type { Address } from '@weekend/protocol';
import {
  bootedState,
  leaderCompleteness,
  noPast,
  type Past,
  type Raft,
  type Replication,
  type Role,
  stateMachineSafety,
  type Term,
} from '@weekend/raft';
import { everyOrder } from '../exhaustive.ts';
import { property } from '../raft/properties.ts';
import { tellStory } from '../raft/story.ts';
import type { Broken } from '../suite.ts';
import { replicationNode } from './cast.ts';
import { logOf } from './entries.ts';

/**
 * Figure 8 (c): s1 leads term 4, its entry of term 2 has come to a third of five, and the answer is on its way. s5, with an
 * entry of term 3, has crashed, and will stand when it is back. Nobody else does.
 */
export const figure8 = (stage: Replication): Broken | undefined => {
  const logs = { s1: [1, 2, 4], s2: [1, 2], s3: [1, 2], s4: [1], s5: [1, 3] };
  const nextIndex = { s2: 3, s3: 3, s4: 2, s5: 3 };
  const leader: Role = { kind: 'leader', nextIndex, matchIndex: { s2: 2, s3: 1, s4: 1, s5: 0 } };
  const nodes = Object.keys(logs);
  const start = {
    nodes: {
      ...following(nodes, 's1', 4, logs),
      s1: inTerm(nodes, 's1', 4, logs.s1, leader),
      s5: { down: true, saved: { currentTerm: 3, votedFor: 's5', log: logOf(logs.s5) } },
    },
    packets: [
      { from: 's3', to: 's1', message: { kind: 'AppendEntriesReply' as const, term: 4, success: true, matchIndex: 2 } },
    ],
  };
  return search(stage, nodes, { start, within: ({ currentTerm }) => currentTerm <= 5 });
};

const search = (
  stage: Replication,
  nodes: readonly Address[],
  setting: Partial<Question<Raft, Past>>,
): Broken | undefined => {
  const node = replicationNode(stage);
  const question = { nodes: Object.fromEntries(nodes.map((each) => [each, node])), past: noPast(), invariants };
  return everyOrder<Raft, Past>({ ...question, ...setting }, tellStory);
};

const invariants = [property(leaderCompleteness), property(stateMachineSafety)];

function following(
  nodes: readonly Address[],
  leader: Address,
  term: Term,
  logs: Readonly<Record<Address, readonly Term[]>>,
): Record<Address, NodeStart<Raft>> {
  const others = nodes.filter((node) => node !== leader);
  return Object.fromEntries(
    others.map((node) => [node, inTerm(nodes, node, term, logs[node] ?? [], { kind: 'follower', leader })]),
  );
}

function inTerm(
  nodes: readonly Address[],
  me: Address,
  term: Term,
  log: readonly Term[],
  role: Role,
  timers: readonly Raft['Timer'][] = [],
): NodeStart<Raft> {
  const votedFor = role.kind === 'follower' ? role.leader : me;
  const saved = { currentTerm: term, votedFor, log: logOf(log) };
  const peers = nodes.filter((node) => node !== me);
  return { saved, state: { ...bootedState(me, peers, saved), role }, timers };
}

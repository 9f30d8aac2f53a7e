/** A cluster that has come to a dangerous point, and all that can happen to it from there, in every order. */
import type { NodeStart, Question } from '@weekend/explorer';
import { type Address, copy } from '@weekend/protocol';
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
import { playAll, replicationNode } from './cast.ts';
import { logOf } from './entries.ts';
import { asking } from './ledger.ts';

/**
 * Figure 8 (c): s1 leads term 4, its entry of term 2 has come to a third of five, and the answer is on its way. s5, with an
 * entry of term 3, has crashed, and will stand when it is back. Nobody else does. What s1 knows is what the student's own
 * handlers have made of it, with all that they keep in its state beside Figure 2's.
 */
export const figure8 = (stage: Replication): Broken | undefined => {
  const logs = { s1: [1, 2, 4], s2: [1, 2], s3: [1, 2], s4: [1], s5: [1, 3] };
  const nodes = Object.keys(logs);
  let s1: NodeStart<Raft> | undefined;
  const broken = playAll(
    stage,
    ['onElected', 'onCommand', 'sendEntries', 'onAppendEntriesReply'],
    [
      (cast) => {
        const leader = cast.leader(nodes, { term: 3, log: logOf(logs.s1.slice(0, 2)) });
        leader.hears('c1', asking('a'));
        for (const [peer, matchIndex] of [
          ['s2', 2],
          ['s3', 1],
          ['s4', 1],
        ] as const)
          leader.hears(peer, { kind: 'AppendEntriesReply', term: 4, success: true, matchIndex });
        s1 = { saved: copy(leader.disk), state: copy(leader.state), timers: [] };
      },
    ],
  );
  if (broken || !s1) return broken;
  const start = {
    nodes: {
      ...following(nodes, 's1', 4, logs),
      s1,
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

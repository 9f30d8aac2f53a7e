/** Raft under the explorer: the real references, found by path since no arrow leads there, and Raft's own invariants. */
import type { Address, Protocol } from '@weekend/protocol';
import {
  bootedState,
  type Election,
  type Entry,
  electionSafety,
  heartbeatsOnly,
  type KeyValue,
  type Log,
  lastIndex,
  lastTerm,
  leaderAppendOnly,
  leaderCompleteness,
  logMatching,
  noClients,
  noPast,
  type Past,
  type Invariant as Property,
  type Raft,
  type Replication,
  type Request,
  type Role,
  raftNode,
  type State,
  stateMachineSafety,
  type Term,
} from '@weekend/raft';
import type { Injection, Invariant, NodeStart, Question } from '../src/index.ts';

export const solutions = new URL('../../../solutions/', import.meta.url);

/** `file` as from its stage’s folder: `election.ts`, `mutants/forgets-its-vote-in-a-crash.ts`. */
export const loadElection = async (file: string): Promise<Election> =>
  ((await import(new URL(`03-election/${file}`, solutions).href)) as { election: Election }).election;

export const loadReplication = async (file: string): Promise<Replication> =>
  ((await import(new URL(`04-log-replication/${file}`, solutions).href)) as { logReplication: Replication })
    .logReplication;

const names = (size: number): Address[] => Array.from({ length: size }, (_, i) => `n${i + 1}`);

const alike = (nodes: readonly Address[], node: Protocol<Raft>): Record<Address, Protocol<Raft>> =>
  Object.fromEntries(nodes.map((address) => [address, node]));

/** One of Figure 3, asked of an explorer: it remembers what the nodes did, not what it has looked at already. */
const property = ({ name, section, check }: Property, needsOthers = false): Invariant<Raft, Past> => ({
  name: `${name} (${section})`,
  check(seen, past) {
    const broken = seen.state && check(seen.state, needsOthers ? seen.others : [], past);
    past.looked = {};
    return broken;
  },
});

/** §5.4.1: nobody leads whose log a majority would have refused. */
const electionRestriction: Invariant<Raft, Past> = {
  name: 'Election restriction (§5.4.1)',
  check({ state, others }) {
    if (state?.role.kind !== 'leader') return undefined;
    const ahead = others.filter((other) => isMoreUpToDate(other.log, state.log));
    if (ahead.length < (state.peers.length + 1) / 2) return undefined;
    return `${state.me} leads, and the logs of ${ahead.map(({ me }) => me).join(', ')} are more up-to-date`;
  },
};

function isMoreUpToDate(one: Log, other: Log): boolean {
  if (lastTerm(one) !== lastTerm(other)) return lastTerm(one) > lastTerm(other);
  return lastIndex(one) > lastIndex(other);
}

const upTo = (term: Term) => (state: State) => state.currentTerm <= term;

/** Election alone: `size` nodes with empty logs, one crash, no term beyond `terms`. */
export const electing = (stage: Election, size = 3, terms = 2): Question<Raft, Past> => ({
  nodes: alike(names(size), raftNode({ election: stage, replication: heartbeatsOnly, keyValue: noClients })),
  past: noPast(),
  invariants: [property(electionSafety)],
  crashes: 1,
  within: upTo(terms),
});

export const logOf = (terms: readonly Term[]): Entry[] => terms.map((term) => ({ term, command: { kind: 'no-op' } }));

/** Three nodes in term 2: one with more entries of term 1, two with fewer, of which one is of term 2. */
export const electingByLogs = (stage: Election): Question<Raft, Past> => ({
  ...electing(stage, 3, 3),
  invariants: [property(electionSafety), electionRestriction],
  start: {
    nodes: Object.fromEntries(
      names(3).map((node, i) => [
        node,
        { saved: { currentTerm: 2, votedFor: null, log: logOf(i === 0 ? [1, 1, 1] : [1, 2]) } },
      ]),
    ),
  },
});

/** Four nodes after a split vote: n1 and n4 stand in term 1, each with a vote of one more. */
export const electingAfterASplitVote = (stage: Election): Question<Raft, Past> => {
  const nodes = names(4);
  const inTerm1 = (me: Address, votedFor: Address): NodeStart<Raft> => {
    const saved = { currentTerm: 1, votedFor };
    const votes = nodes.filter((_, i) => i < 2 === (votedFor === 'n1')).sort((a) => (a === me ? -1 : 1));
    const role: Role = me === votedFor ? { kind: 'candidate', votes } : { kind: 'follower', leader: null };
    const peers = nodes.filter((node) => node !== me);
    return { saved, state: { ...bootedState(me, peers, saved), role }, timers: ['election'] };
  };
  const start = { n1: inTerm1('n1', 'n1'), n2: inTerm1('n2', 'n1'), n3: inTerm1('n3', 'n4'), n4: inTerm1('n4', 'n4') };
  return { ...electing(stage, 4, 2), crashes: 0, start: { nodes: start } };
};

/** Nobody asks for anything but that it be written down. */
const scribe: KeyValue = {
  ...noClients,
  onRequest(_state, _from, { id, ask }, _world, propose) {
    if (ask.kind === 'put') propose({ kind: 'write', id, write: ask });
  },
};

const writing = (seq: number): Request => ({
  kind: 'Request',
  id: { session: null, seq },
  ask: { kind: 'put', key: 'k', value: `${seq}`, flags: 0 },
});

const figure3 = [
  property(electionSafety),
  property(leaderAppendOnly),
  property(logMatching, true),
  property(stateMachineSafety),
  property(leaderCompleteness),
];

export const replicating = (
  election: Election,
  replication: Replication,
  { size = 3, terms = 2, writes = 1 } = {},
): Question<Raft, Past> => ({
  nodes: alike(names(size), raftNode({ election, replication, keyValue: scribe })),
  past: noPast(),
  invariants: figure3,
  injections: Array.from({ length: writes }, (_, i): Injection<Raft> => ({ from: 'client', message: writing(i + 1) })),
  within: upTo(terms),
});

/**
 * Figure 8 (c): s1 leads term 4, its entry of term 2 has just come to s3, a third of five, and the answer is on its way.
 * s5, with an entry of term 3, has crashed.
 */
export const figure8 = (election: Election, replication: Replication): Question<Raft, Past> => {
  const nodes = ['s1', 's2', 's3', 's4', 's5'];
  const logs: Record<Address, Term[]> = { s1: [1, 2, 4], s2: [1, 2], s3: [1, 2], s4: [1], s5: [1, 3] };
  const inTerm4 = (me: Address, role: Role, timer: Raft['Timer']): NodeStart<Raft> => {
    const saved = { currentTerm: 4, votedFor: 's1', log: logOf(logs[me] as Term[]) };
    const peers = nodes.filter((node) => node !== me);
    return { saved, state: { ...bootedState(me, peers, saved), role }, timers: [timer] };
  };
  const follower = (me: Address) => inTerm4(me, { kind: 'follower', leader: 's1' }, 'election');
  const leader: Role = {
    kind: 'leader',
    nextIndex: { s2: 3, s3: 3, s4: 2, s5: 3 },
    matchIndex: { s2: 2, s3: 1, s4: 1, s5: 0 },
  };
  return {
    ...replicating(election, replication),
    nodes: alike(nodes, raftNode({ election, replication, keyValue: scribe })),
    injections: [],
    // Who else stands for election is another story.
    within: ({ me, role, currentTerm }) => currentTerm <= 5 && (role.kind !== 'candidate' || me === 's5'),
    start: {
      nodes: {
        s1: inTerm4('s1', leader, 'heartbeat'),
        s2: follower('s2'),
        s3: follower('s3'),
        s4: follower('s4'),
        s5: { down: true, saved: { currentTerm: 3, votedFor: 's5', log: logOf(logs.s5 as Term[]) } },
      },
      packets: [
        { from: 's3', to: 's1', message: { kind: 'AppendEntriesReply', term: 4, success: true, matchIndex: 2 } },
      ],
    },
  };
};

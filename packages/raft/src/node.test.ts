/** Which stage is called for what, and Figure 2's "Rules for Servers", over stages that only take notes. */
import { perform, Turn } from '@weekend/protocol';
import { describe, expect, test } from 'vitest';
import { heartbeatsOnly, noClients } from './absent.ts';
import { emptyKv } from './kv-state.ts';
import type { Message } from './messages.ts';
import { raftNode } from './node.ts';
import type { Election, KeyValue, Replication } from './stages.ts';
import { bootedState, type Raft, type State } from './state.ts';
import { put } from './test-command.ts';

/** A node whose stages note what they are called for. `act` adds to what one of them does. */
function noting(act: Partial<Election & Replication & KeyValue> = {}) {
  const calls: string[] = [];
  const note =
    (name: keyof Election | keyof Replication | keyof KeyValue) =>
    (...given: unknown[]) => {
      calls.push(name);
      return (act[name] as ((...args: unknown[]) => undefined) | undefined)?.(...given);
    };
  const election: Election = {
    onNewerTerm: note('onNewerTerm'),
    onElectionTimeout: note('onElectionTimeout'),
    onRequestVote: note('onRequestVote'),
    onRequestVoteReply: note('onRequestVoteReply'),
    onLeaderHeard: note('onLeaderHeard'),
  };
  if (act.disregards) election.disregards = act.disregards;
  if (act.onPreVote) election.onPreVote = note('onPreVote');
  if (act.onPreVoteReply) election.onPreVoteReply = note('onPreVoteReply');
  const replication: Replication = {
    onElected: note('onElected'),
    onCommand: () => null,
    sendEntries: note('sendEntries'),
    onAppendEntries: note('onAppendEntries'),
    onAppendEntriesReply: note('onAppendEntriesReply'),
  };
  const keyValue: KeyValue = {
    ...noClients,
    onRequest: note('onRequest'),
    onConfirmLeader: note('onConfirmLeader'),
    onConfirmLeaderReply: note('onConfirmLeaderReply'),
  };
  return { calls, election, node: raftNode({ election, replication, keyValue }) };
}

const messages: Record<Message['kind'], Message> = {
  RequestVote: { kind: 'RequestVote', term: 2, candidateId: 'n2', lastLogIndex: 0, lastLogTerm: 0 },
  RequestVoteReply: { kind: 'RequestVoteReply', term: 2, voteGranted: true },
  PreVote: { kind: 'PreVote', term: 2, candidateId: 'n2', lastLogIndex: 0, lastLogTerm: 0 },
  PreVoteReply: { kind: 'PreVoteReply', term: 2, voteGranted: true },
  AppendEntries: {
    kind: 'AppendEntries',
    term: 2,
    leaderId: 'n2',
    prevLogIndex: 0,
    prevLogTerm: 0,
    entries: [],
    leaderCommit: 0,
  },
  AppendEntriesReply: { kind: 'AppendEntriesReply', term: 2, success: true, matchIndex: 0 },
  ConfirmLeader: { kind: 'ConfirmLeader', term: 2, round: 1 },
  ConfirmLeaderReply: { kind: 'ConfirmLeaderReply', term: 2, round: 1 },
  Request: { kind: 'Request', id: { session: null, seq: 1 }, ask: { kind: 'get', key: 'k', mode: 'stale' } },
  Reply: { kind: 'Reply', id: { session: null, seq: 1 }, answer: { kind: 'unknown' } },
};

const inTerm = (currentTerm: number): State => bootedState('n1', ['n2', 'n3'], { currentTerm });

function take(node: ReturnType<typeof raftNode>, state: State, event: Message | Raft['Timer']): Turn<Raft> {
  const turn = new Turn<Raft>(0, () => 0);
  const call =
    typeof event === 'string'
      ? ({ kind: 'timer', timer: event } as const)
      : ({ kind: 'message', from: 'n2', message: event } as const);
  perform(node, state, call, turn);
  return turn;
}

const lead = (state: State) => {
  state.role = { kind: 'leader', nextIndex: {}, matchIndex: {} };
  return undefined;
};

describe('a node that boots', () => {
  test('is a follower that has heard of nobody, with what it had saved, and its election timer runs', () => {
    const turn = new Turn<Raft>(0, () => 0);
    const saved = { currentTerm: 7, votedFor: 'n3', log: [{ term: 6, command: put('x') }] };
    const state = perform(noting().node, undefined, { kind: 'start', me: 'n1', peers: ['n2'], saved }, turn);
    expect(state).toEqual({
      ...{ me: 'n1', peers: ['n2'], ...saved, commitIndex: 0, lastApplied: 0, lastContact: null, kv: emptyKv() },
      role: { kind: 'follower', leader: null },
    });
    expect(turn.timers).toEqual([{ timer: 'election', range: { min: 150, max: 300 } }]);
  });
});

describe('a message', () => {
  const owners: [Message['kind'], string[]][] = [
    ['RequestVote', ['onRequestVote']],
    ['RequestVoteReply', ['onRequestVoteReply']],
    ['AppendEntries', ['onLeaderHeard', 'onAppendEntries']],
    ['AppendEntriesReply', ['onAppendEntriesReply']],
    ['ConfirmLeader', ['onConfirmLeader']],
    ['ConfirmLeaderReply', ['onConfirmLeaderReply']],
    ['Request', ['onRequest']],
    ['Reply', []],
  ];

  test.each(owners)('%s goes to %j', (kind, handlers) => {
    const { calls, node } = noting();
    take(node, inTerm(2), messages[kind]);
    expect(calls).toEqual(handlers);
  });

  test.each(Object.keys(messages).filter((kind) => 'term' in messages[kind as Message['kind']]) as Message['kind'][])(
    '%s with a newer term is told to the election first',
    (kind) => {
      const terms: number[] = [];
      const { calls, node } = noting({ onNewerTerm: (_state, term) => void terms.push(term) as undefined });
      take(node, inTerm(1), messages[kind]);
      expect([calls[0], terms]).toEqual(['onNewerTerm', [2]]);
    },
  );

  test('with an equal or older term is not', () => {
    for (const kind of Object.keys(messages) as Message['kind'][]) {
      const { calls, node } = noting();
      take(node, inTerm(2), messages[kind]);
      take(node, inTerm(3), messages[kind]);
      expect(calls).not.toContain('onNewerTerm');
    }
  });

  test('of PreVote goes to those who take it, and harms nobody else', () => {
    const { calls, node } = noting({ onPreVote: () => undefined, onPreVoteReply: () => undefined });
    for (const kind of ['PreVote', 'PreVoteReply'] as const) {
      take(node, inTerm(2), messages[kind]);
      take(noting().node, inTerm(2), messages[kind]);
    }
    expect(calls).toEqual(['onPreVote', 'onPreVoteReply']);
  });

  test('that the election disregards changes nothing, not even the term', () => {
    const { calls, node } = noting({ disregards: () => true });
    take(node, inTerm(1), messages.RequestVote);
    expect(calls).toEqual([]);
    take(node, inTerm(1), messages.AppendEntries);
    expect(calls).toContain('onNewerTerm');
  });

  test('of a kind that only others know is ignored', () => {
    const { calls, node } = noting();
    take(node, inTerm(2), { kind: 'TimeoutNow', term: 2 } as unknown as Message);
    expect(calls).toEqual([]);
  });
});

describe('whoever wins', () => {
  test.each([
    ['a vote', messages.RequestVoteReply],
    ['a timeout, alone in its cluster', 'election'],
  ] as const)('by %s is told so once, and is heard at once and again', (_how, event) => {
    const { calls, node } = noting({ onRequestVoteReply: lead, onElectionTimeout: lead });
    const turn = take(node, inTerm(2), event);
    expect(calls.slice(1)).toEqual(['onElected', 'sendEntries', 'sendEntries']);
    expect(turn.timers).toEqual([{ timer: 'heartbeat', range: { min: 50, max: 50 } }]);
  });

  test('is not told again at a later vote', () => {
    const { calls, node } = noting();
    const state = inTerm(2);
    lead(state);
    take(node, state, messages.RequestVoteReply);
    expect(calls).toEqual(['onRequestVoteReply']);
  });

  test('and stands down has nothing more to send', () => {
    const { calls, node } = noting();
    const turn = take(node, inTerm(2), 'heartbeat');
    expect([calls, turn.timers]).toEqual([[], []]);
  });
});

describe('where replication is not there yet', () => {
  const node = raftNode({
    election: noting({ onRequestVoteReply: lead }).election,
    replication: heartbeatsOnly,
    keyValue: noClients,
  });

  test('a leader sends heartbeats and nothing else', () => {
    const turn = take(node, inTerm(2), messages.RequestVoteReply);
    const heartbeat = { ...messages.AppendEntries, leaderId: 'n1' };
    expect(turn.sends).toEqual([
      { to: 'n2', message: heartbeat },
      { to: 'n3', message: heartbeat },
    ]);
  });

  test('a follower answers, and tells a leader of an older term that its time is over', () => {
    const answers = [2, 3].map((term) => take(node, inTerm(term), messages.AppendEntries).sends[0]?.message);
    expect(answers).toEqual([
      { kind: 'AppendEntriesReply', term: 2, success: true, matchIndex: 0 },
      { kind: 'AppendEntriesReply', term: 3, success: false, matchIndex: 0 },
    ]);
  });
});

describe('what is committed', () => {
  test('is applied in the order of the log, each entry once', () => {
    const applied: number[] = [];
    const keyValue: KeyValue = {
      ...noClients,
      apply: (_state, _entry, index) => void applied.push(index) as undefined,
    };
    const commitTo: Replication = {
      ...heartbeatsOnly,
      onAppendEntries(state, _from, message) {
        state.commitIndex = message.leaderCommit;
      },
    };
    const node = raftNode({ election: noting().election, replication: commitTo, keyValue });
    const state = bootedState('n1', ['n2'], {
      log: ['a', 'b', 'c'].map((value) => ({ term: 1, command: put(value) })),
    });
    for (const leaderCommit of [2, 2, 3])
      take(node, state, {
        kind: 'AppendEntries',
        term: 0,
        leaderId: 'n2',
        prevLogIndex: 0,
        prevLogTerm: 0,
        entries: [],
        leaderCommit,
      });
    expect(applied).toEqual([1, 2, 3]);
  });

  test('and is not in the log stops the node, in words', () => {
    const state = { ...inTerm(2), commitIndex: 1 };
    expect(() => take(noting().node, state, 'heartbeat')).toThrow('commitIndex is 1, but the log ends at 0');
  });
});

describe('a client', () => {
  const proposing: KeyValue = {
    ...noClients,
    onRequest(_state, _from, _request, _world, propose) {
      propose({ kind: 'no-op' });
    },
  };

  test.each([
    ['is heard by the peers as soon as the node is idle', 1, [{ timer: 'heartbeat', range: { min: 0, max: 0 } }]],
    ['changes nothing where the node does not lead', null, []],
  ])('whose command goes to the log %s', (_title, index, timers) => {
    const replication: Replication = { ...heartbeatsOnly, onCommand: () => index };
    const node = raftNode({ election: noting().election, replication, keyValue: proposing });
    expect(take(node, inTerm(2), messages.Request).timers).toEqual(timers);
  });

  test('that waits hears of it when its leader is deposed', () => {
    let deposed = 0;
    const keyValue: KeyValue = { ...noClients, onDeposed: () => void deposed++ as undefined };
    const stepDown: Partial<Election> = {
      onNewerTerm(state) {
        state.role = { kind: 'follower', leader: null };
      },
    };
    const node = raftNode({ election: noting(stepDown).election, replication: heartbeatsOnly, keyValue });
    const state: State = { ...inTerm(1), role: { kind: 'leader', nextIndex: {}, matchIndex: {} } };
    take(node, state, messages.AppendEntries);
    take(node, state, messages.AppendEntries);
    expect(deposed).toBe(1);
  });
});

import { expect, test } from 'vitest';
import type { Message } from './messages.ts';
import { bootedState } from './state.ts';
import { tellRaft } from './tell.ts';
import { put } from './test-command.ts';

const entries = [
  { term: 1, command: put('x') },
  { term: 3, command: put('y') },
];
const appendEntries = {
  kind: 'AppendEntries',
  term: 3,
  leaderId: 'n1',
  prevLogIndex: 4,
  prevLogTerm: 1,
  leaderCommit: 4,
} as const;

const told: [Message, string][] = [
  [{ kind: 'RequestVote', term: 3, candidateId: 'n1', lastLogIndex: 4, lastLogTerm: 2 }, 'RequestVote last=4@2'],
  [{ kind: 'RequestVoteReply', term: 3, voteGranted: true }, 'RequestVoteReply granted'],
  [{ kind: 'PreVote', term: 3, candidateId: 'n1', lastLogIndex: 0, lastLogTerm: 0 }, 'PreVote last=0@0'],
  [{ kind: 'PreVoteReply', term: 3, voteGranted: false }, 'PreVoteReply refused'],
  [{ ...appendEntries, entries }, 'AppendEntries prev=4@1 [5@1 6@3] commit=4'],
  [{ ...appendEntries, entries: [] }, 'AppendEntries prev=4@1 [] commit=4'],
  [{ kind: 'AppendEntriesReply', term: 3, success: true, matchIndex: 6 }, 'AppendEntriesReply match=6'],
  [{ kind: 'AppendEntriesReply', term: 3, success: false, matchIndex: 0 }, 'AppendEntriesReply refused'],
  [{ kind: 'TimeoutNow', term: 3 } as unknown as Message, 'TimeoutNow'],
];

test.each(told)('%j is told as %s', (message, text) => {
  expect(tellRaft.message(message)).toBe(text);
  expect(tellRaft.stamp(message)).toBe('@3');
});

const id = { session: 's1', seq: 4 };
const pair = { key: 'x', value: 'a', flags: 0, createIndex: 1, modifyIndex: 7 };
const withClients: [Message, string][] = [
  [{ kind: 'Request', id, ask: { kind: 'put', key: 'x', value: 'a', flags: 0 } }, 'Request s1#4 put x=a'],
  [{ kind: 'Request', id, ask: { kind: 'put', key: 'x', value: 'a', flags: 0, cas: 0 } }, 'Request s1#4 put x=a cas=0'],
  [{ kind: 'Request', id, ask: { kind: 'delete', key: 'x', cas: 7 } }, 'Request s1#4 delete x cas=7'],
  [{ kind: 'Request', id, ask: { kind: 'delete-tree', prefix: 'x/' } }, 'Request s1#4 delete-tree x/'],
  [
    { kind: 'Request', id: { session: null, seq: 4 }, ask: { kind: 'get', key: 'x', mode: 'stale' } },
    'Request get x (stale)',
  ],
  [{ kind: 'Reply', id, answer: { kind: 'written', done: true, index: 7 } }, 'Reply s1#4 written at=7'],
  [{ kind: 'Reply', id, answer: { kind: 'written', done: false, index: 8 } }, 'Reply s1#4 refused at=8'],
  [
    { kind: 'Reply', id, answer: { kind: 'read', pairs: [pair], index: 7, knownLeader: true, lastContact: 0 } },
    'Reply s1#4 read [x=a] index=7',
  ],
  [{ kind: 'Reply', id, answer: { kind: 'not-leader', leader: 'n2' } }, 'Reply s1#4 not-leader'],
  [{ kind: 'ConfirmLeader', term: 3, round: 2 }, 'ConfirmLeader round=2'],
];

test.each(withClients)('%j is told as %s', (message, text) => {
  expect(tellRaft.message(message)).toBe(text);
});

test('a node is told by its role and term', () => {
  expect(tellRaft.node(bootedState('n1', [], { currentTerm: 3 }))).toBe('follower@3');
});

test('heartbeats and their answers are routine; whatever changes something is not', () => {
  const routine = told.filter(([message]) => tellRaft.isRoutine({ kind: 'message', message })).map(([, text]) => text);
  expect(routine).toEqual(['AppendEntries prev=4@1 [] commit=4', 'AppendEntriesReply match=6']);
  expect((['election', 'heartbeat'] as const).map((timer) => tellRaft.isRoutine({ kind: 'timer', timer }))).toEqual([
    false,
    true,
  ]);
});

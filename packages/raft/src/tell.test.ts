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

/** A failed grade's run, step by step. The bug: a scene's story showed one lonely node, to which nothing ever came. */
import type { Trace } from '@weekend/protocol';
import type { Message, Raft, State } from '@weekend/raft';
import { describe, expect, test } from 'vitest';
import { Recording } from './recording.ts';
import { Session } from './session.ts';
import { evenLineup, evenSetup } from './setup.ts';
import { modulesBy } from './testing.ts';

/** n1's state before and after, from a real node; n2 and n3 are played by whoever wrote the scene. */
function scene(): Trace<Raft> {
  const session = new Session(evenSetup(1, 1, evenLineup('election', 'reference')), modulesBy('reference'));
  const state = session.state('n1') as State;
  const ask: Message = { kind: 'RequestVote', term: 5, lastLogIndex: 0, lastLogTerm: 0 } as Message;
  const grant = { kind: 'RequestVoteReply', term: 5, voteGranted: true } as Message;
  return [
    { kind: 'boot', at: 10_000, node: 'n1', saved: {}, state },
    { kind: 'deliver', at: 10_001, id: 0, from: 'n2', to: 'n1', message: ask, state },
    { kind: 'send', at: 10_001, id: 1, from: 'n1', to: 'n2', message: grant },
    { kind: 'deliver', at: 10_002, id: 0, from: 'n3', to: 'n1', message: ask, state },
    { kind: 'send', at: 10_002, id: 2, from: 'n1', to: 'n3', message: grant },
  ] as Trace<Raft>;
}

const onTheirWay = (run: Recording): string[] =>
  run.view().packets.map(({ from, to, kind, sentAt, due }) => `${from} -> ${to} ${kind} ${sentAt}-${due}`);

describe('a scene in which the script speaks for others', () => {
  test('shows them too, in the term that they speak of', () => {
    const run = new Recording(scene());
    expect(run.view().nodes.map(({ address, role, term }) => [address, role, term])).toEqual([
      ['n1', 'follower', 0],
      ['n2', 'played', 0],
      ['n3', 'played', 0],
    ]);
    run.step();
    expect(run.view().nodes.map(({ role, term }) => [role, term])).toEqual([
      ['follower', 0],
      ['played', 5],
      ['played', 0],
    ]);
  });

  test('shows what comes next on its way, and what leaves with the step that is shown', () => {
    const run = new Recording(scene());
    const seen = [onTheirWay(run)];
    while (run.step()) seen.push(onTheirWay(run));
    expect(seen).toEqual([
      ['n2 -> n1 RequestVote 9901-10001'],
      ['n1 -> n2 RequestVoteReply 10001-10101', 'n3 -> n1 RequestVote 10001-10002'],
      ['n1 -> n3 RequestVoteReply 10002-10102'],
    ]);
    run.back();
    expect(onTheirWay(run)).toEqual(seen[1]);
  });

  test('begins a moment before its first step, whatever the clock says', () => {
    expect(new Recording(scene()).now).toBe(9901);
  });
});

test('what a step loses is told with it', () => {
  const message = { kind: 'AppendEntries', term: 2, entries: [] } as unknown as Message;
  const run = new Recording([
    ...scene(),
    { kind: 'drop', at: 10_003, why: 'cut', id: 7, from: 'n1', to: 'n2', message },
  ] as Trace<Raft>);
  run.seek(Number.MAX_SAFE_INTEGER);
  expect(run.happenings.map(({ lost }) => lost.map(({ id, why, term }) => [id, why, term]))).toEqual([
    [],
    [],
    [[7, 'cut', 2]],
  ]);
});

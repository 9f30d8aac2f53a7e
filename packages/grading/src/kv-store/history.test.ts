/** What is made of the clients' notes: a verdict of the checker, never a pass where there is none. */
import type { Answer } from '@weekend/raft';
import { expect, test } from 'vitest';
import { cas, get, put } from './asks.ts';
import type { Client, Seen } from './client.ts';
import { judge } from './history.ts';

const written: Answer = { kind: 'written', done: true, index: 1 };

const read = (value: string | null): Answer => ({
  kind: 'read',
  pairs: value === null ? [] : [{ key: 'x', value, flags: 0, createIndex: 1, modifyIndex: 1 }],
  index: 1,
  knownLeader: true,
  lastContact: 0,
});

const who = (me: string, seen: Seen[], waiting: Client['waiting'] = null): Client => ({
  ...{ me, at: 'n1', asked: seen.length, writes: 0, waiting, seen, found: {} },
});

const puts = (value: string, since: number, at: number): Seen => ({ ask: put('x', value), since, at, answer: written });

const reads = (mode: 'default' | 'consistent' | 'stale', value: string | null, since: number, at: number): Seen => ({
  ask: get('x', mode),
  since,
  at,
  answer: read(value),
});

test('a history that one store could have given is no fault', () => {
  expect(judge([who('c1', [puts('a', 1, 2), reads('consistent', 'a', 3, 4)]), who('c2', [puts('b', 5, 6)])])).toBe(
    undefined,
  );
});

test('a read of what was overwritten before is one, and the story is the few requests that prove it', () => {
  const judgement = judge([
    who('c1', [puts('a', 1, 2), puts('b', 3, 4)]),
    who('c2', [reads('consistent', 'a', 5, 6), puts('c', 7, 8)]),
  ]);
  expect(judgement?.story).toEqual([
    'c1 from 1.0 to 2.0 ms: put x=a → written at 1',
    'c1 from 3.0 to 4.0 ms: put x=b → written at 1',
    'c2 from 5.0 to 6.0 ms: get x (consistent) → a',
  ]);
});

test('a stale read may find anything that ever was', () => {
  expect(judge([who('c1', [puts('a', 1, 2), puts('b', 3, 4), reads('stale', 'a', 900, 901)])])).toBe(undefined);
});

test('a default read may be as old as a lease, and not older', () => {
  const overwritten = [puts('a', 1, 2), puts('b', 3, 1000)];
  expect(judge([who('c1', overwritten), who('c2', [reads('default', 'a', 1160, 1161)])])).toBe(undefined);
  expect(judge([who('c1', overwritten), who('c2', [reads('default', 'a', 1170, 1171)])])?.story).toHaveLength(3);
});

test('a write that has no answer may have been done, or not yet', () => {
  const lost = who('c1', [], { id: { session: 'c1', seq: 1 }, ask: put('x', 'a'), since: 1 });
  const twice = [reads('consistent', null, 2, 3), reads('consistent', 'a', 4, 5)];
  expect(judge([lost, who('c2', twice)])).toBe(undefined);
  expect(
    judge([
      lost,
      who(
        'c2',
        twice.toReversed().map((seen, i) => ({ ...seen, since: i, at: i })),
      ),
    ]),
  ).toBeDefined();
});

test('what was refused did not happen, and its value may not be found', () => {
  const refused: Seen = {
    ...{ ask: cas('x', 'a', 7), since: 1, at: 2, before: 'z' },
    answer: { kind: 'written', done: false, index: 1 },
  };
  expect(judge([who('c1', [refused, reads('consistent', 'a', 3, 4)])])?.story).toHaveLength(2);
});

test('a checker that ran out of its budget says "unknown", and that is no pass', () => {
  const judgement = judge([who('c1', [puts('a', 1, 9), { ...puts('b', 1, 9), before: null }])], { steps: 0 });
  expect(judgement?.message).toMatch(/^unknown: .*unknown is no pass/);
});

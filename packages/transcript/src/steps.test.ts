/** Steps, what changes in them, and rounds that go on and on. */
import type { Shape, Trace } from '@weekend/protocol';
import { describe, expect, test } from 'vitest';
import { changes } from './changes.ts';
import { rounds } from './rounds.ts';
import { steps } from './steps.ts';

describe('what has changed', () => {
  test('is told by its path, the outermost place that differs', () => {
    const before = { term: 1, role: { kind: 'candidate', votes: ['n1'] }, log: [{ term: 1 }] };
    const after = { term: 2, role: { kind: 'candidate', votes: ['n1', 'n2'] }, log: [{ term: 1 }, { term: 2 }] };
    expect(changes(before, after)).toEqual([
      { path: 'term', before: 1, after: 2 },
      { path: 'role.votes[1]', after: 'n2' },
      { path: 'log[1]', after: { term: 2 } },
    ]);
  });

  test('is the whole where it has become something else', () => {
    const [change] = changes({ role: { kind: 'follower' } }, { role: { kind: 'leader', next: {} } });
    expect(change).toEqual({ path: 'role', before: { kind: 'follower' }, after: { kind: 'leader', next: {} } });
    expect(changes({ a: [1] }, { a: { 0: 1 } })).toEqual([{ path: 'a', before: [1], after: { 0: 1 } }]);
  });

  test('is nothing where all is equal, and what is gone is told', () => {
    expect(changes({ a: { b: [1, null] } }, { a: { b: [1, null] } })).toEqual([]);
    expect(changes({ a: 1 }, {})).toEqual([{ path: 'a', before: 1 }]);
  });
});

interface Toy extends Shape {
  State: { n: number };
  Message: { kind: 'Add'; by: number };
  Timer: 'tick';
  Durable: { n: number };
}

const trace: Trace<Toy> = [
  { at: 0, kind: 'boot', node: 'a', saved: {}, state: { n: 0 } },
  { at: 0, kind: 'boot', node: 'b', saved: {}, state: { n: 0 } },
  { at: 5, kind: 'timer', node: 'a', timer: 'tick', state: { n: 0 } },
  { at: 5, kind: 'send', id: 1, from: 'a', to: 'b', message: { kind: 'Add', by: 2 } },
  { at: 7, kind: 'deliver', id: 1, from: 'a', to: 'b', message: { kind: 'Add', by: 2 }, state: { n: 2 } },
  { at: 7, kind: 'save', node: 'b', changes: { n: 2 } },
  { at: 9, kind: 'crash', node: 'b' },
];

test('a step has its node’s state, what changed in it, and what the node did', () => {
  const [tick, add, crash] = steps(trace, { message: ({ kind, by }) => `${kind} ${by}` });
  expect(tick).toMatchObject({ event: 2, text: 'tick a', node: 'a', changes: [], effects: ['sends b Add 2'] });
  expect(add).toMatchObject({ text: 'a -> b Add 2', node: 'b', state: { n: 2 }, effects: ['saves n=2'] });
  expect(add?.changes).toEqual([{ path: 'n', before: 0, after: 2 }]);
  expect(crash?.text).toBe('crash b');
  expect(crash).not.toHaveProperty('state');
});

describe('rounds', () => {
  const told = (lines: readonly string[]) => rounds(lines, (line) => line.replaceAll(/@\d+/g, '@'));

  test('the same, but for the numbers, is told once and once more', () => {
    const lines = ['begin', 'ask @1', 'no @1', 'ask @2', 'no @2', 'ask @3', 'no @3', 'ask @4', 'no @4', 'end'];
    expect(told(lines)).toEqual([
      'begin',
      { first: ['ask @1', 'no @1'], between: 2, last: ['ask @4', 'no @4'] },
      'end',
    ]);
  });

  test('twice is no round, and other words are none', () => {
    const lines = ['ask @1', 'no @1', 'ask @2', 'no @2', 'ask @3', 'yes @3'];
    expect(told(lines)).toEqual(lines);
  });
});

/** On which machine of a swarm a node lives, and that it never moves from there. */
import { expect, test } from 'vitest';
import { spread } from './spread.ts';

test('nodes take the machines in turns', () => {
  expect(spread(['a', 'b', 'c'], ['left', 'right'], {})).toEqual({ a: 'left', b: 'right', c: 'left' });
});

test('a machine that has joined in between moves nobody, and takes the next node', () => {
  const before = { a: 'first', b: 'third' };
  expect(spread(['a', 'b', 'c'], ['first', 'second', 'third'], before)).toEqual({ ...before, c: 'second' });
});

test('a machine that is gone keeps its nodes, for it has their volumes', () => {
  expect(spread(['a', 'b'], ['left'], { b: 'gone' })).toEqual({ a: 'left', b: 'gone' });
});

test('without machines nobody has a place but who had one', () => {
  expect(spread(['a', 'b'], [], { b: 'left' })).toEqual({ b: 'left' });
});

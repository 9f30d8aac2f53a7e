/** The line that tells what an entry takes from what a node takes. */
import { expect, test } from 'vitest';
import { lineThrough } from './memory.ts';

test('points on a line give that line', () => {
  const { base, slope } = lineThrough([
    [0, 100],
    [1000, 101],
    [2000, 102],
  ]);
  expect(base).toBeCloseTo(100);
  expect(slope).toBeCloseTo(0.001);
});

test('a log that never grew says nothing of what an entry takes', () => {
  expect(
    lineThrough([
      [5, 90],
      [5, 110],
    ]),
  ).toEqual({ base: 100, slope: 0 });
});

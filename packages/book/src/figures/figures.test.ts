/** The figures of the book are what a run gives, and the runs agree with what was published. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawings } from './all.ts';
import { average, downtimes, reported } from './fail-over.ts';
import { measured, probability } from './split-votes.ts';

test.each(drawings())('$file is up to date: pnpm book figures', ({ file, svg }) => {
  expect(existsSync(file) ? readFileSync(file, 'utf8') : 'missing').toBe(svg);
});

test('the formula gives the numbers of the dissertation', () => {
  const told = [0.01, 0.1, 0.2].map((share) => Number(probability(5, 4, share).toFixed(4)));
  expect(told).toEqual([0.0006, 0.0523, 0.1808]);
  expect(probability(5, 3, 0.2)).toBeCloseTo(0.488, 3);
});

test('two thousand simulated elections are split as often as the formula says', () => {
  for (const share of [0.1, 0.2]) expect(Math.abs(measured(5, 4, share) - probability(5, 4, share))).toBeLessThan(0.02);
});

test.each(reported)('with $up of 5 up, the mean time without a leader is the published one', ({ up, mean }) => {
  expect(Math.abs(average(downtimes(up)) - mean)).toBeLessThan(0.05 * mean);
});

/** Delta debugging on lists alone. */
import { expect, test } from 'vitest';
import { smallest } from './smallest.ts';

const hundred = Array.from({ length: 100 }, (_, i) => i);

/** Fails while all of these are there. */
const needs =
  (...needed: readonly number[]) =>
  (part: readonly number[]) =>
    needed.every((each) => part.includes(each)) ? part : undefined;

test('only what is needed is left, wherever in the list it stands', () => {
  expect(smallest(hundred, needs(0, 41, 99), { left: 1000 })).toEqual([0, 41, 99]);
});

test('where nothing is needed, nothing is left', () => {
  expect(smallest(hundred, needs(), { left: 1000 })).toEqual([]);
});

test('what a trial passes over by itself is left out with it', () => {
  const withoutOdd = (part: readonly number[]) =>
    part.includes(40) ? part.filter((each) => each % 2 === 0) : undefined;
  expect(smallest(hundred, withoutOdd, { left: 1000 })).toEqual([40]);
});

test('a spent budget ends it with what it has, which still fails', () => {
  const budget = { left: 3 };
  const fails = needs(10, 90);
  const part = smallest(
    hundred,
    (items) => {
      budget.left--;
      return fails(items);
    },
    budget,
  );
  expect(budget.left).toBe(0);
  expect(fails(part)).toBe(part);
  expect(part.length).toBeLessThanOrEqual(100);
});

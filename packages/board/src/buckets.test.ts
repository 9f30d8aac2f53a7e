/** A bucket that never fills again locks a student out; one that never empties lets a flood in. */
import { expect, test } from 'vitest';
import { buckets } from './buckets.ts';

test('so many at once, then so many a second, and a quiet visitor may come as often as at first', () => {
  let time = 0;
  const { take } = buckets({ burst: 3, perSecond: 2 }, () => time);
  const taken = (count: number) => Array.from({ length: count }, () => take('a')).filter(Boolean).length;
  expect(taken(5)).toBe(3);
  time += 1_000;
  expect(taken(5)).toBe(2);
  time += 60_000;
  expect(taken(5)).toBe(3);
});

test('one visitor does not use up what is another’s', () => {
  const { take } = buckets({ burst: 1, perSecond: 1 }, () => 0);
  expect([take('a'), take('a'), take('b')]).toEqual([true, false, true]);
});

test('who comes under ever new names shares one bucket with all others that are new', () => {
  const { take } = buckets({ burst: 1, perSecond: 0.001 }, () => 0);
  const taken = Array.from({ length: 10_000 }, (_, i) => take(`stranger ${i}`)).filter(Boolean).length;
  expect(taken).toBeLessThanOrEqual(2_001);
});

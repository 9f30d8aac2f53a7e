import { describe, expect, test } from 'vitest';
import { Random } from './random.ts';

const draws = (random: Random, count: number, below = 1000) => Array.from({ length: count }, () => random.below(below));

describe('chance', () => {
  test('is the same on every machine and in every version: these numbers never change', () => {
    expect(draws(new Random(4711, 'network'), 6)).toEqual([648, 214, 190, 291, 490, 873]);
    expect(draws(new Random(-1, 'timers'), 3)).toEqual([315, 282, 837]);
    expect(draws(new Random(2 ** 40 + 1, 'timers'), 3)).toEqual([59, 505, 61]);
  });

  test('differs from seed to seed, also between seeds that share their lower half, and from stream to stream', () => {
    const streams = [new Random(1, 'a'), new Random(2, 'a'), new Random(1 + 2 ** 32, 'a'), new Random(1, 'b')];
    expect(new Set(streams.map((random) => draws(random, 8).join())).size).toBe(4);
  });

  test('is spread evenly', () => {
    const random = new Random(1, 'spread');
    const counts = [0, 0, 0, 0, 0];
    for (const draw of draws(random, 50_000, 5)) counts[draw] = Number(counts[draw]) + 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  test('draws both ends of a range, never beyond', () => {
    const random = new Random(1, 'range');
    const drawn = new Set(Array.from({ length: 200 }, () => random.between(3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
  });

  test('makes never and always certain', () => {
    const random = new Random(1, 'certain');
    for (let i = 0; i < 1000; i++) expect([random.happens(0), random.happens(1)]).toEqual([false, true]);
  });

  test('refuses a seed that is not a whole number, since half of it would be lost', () => {
    expect(() => new Random(0.5, 'a')).toThrow('seed 0.5');
    expect(() => new Random(2 ** 60, 'a')).toThrow('whole number');
  });

  test('refuses to pick from nothing', () => {
    expect(() => new Random(1, 'a').pick([])).toThrow('there are no options');
  });
});

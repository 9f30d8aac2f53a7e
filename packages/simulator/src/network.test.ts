import { describe, expect, test } from 'vitest';
import { checkNetwork, drawFate, type Network, rough } from './network.ts';
import { Random } from './random.ts';

const fates = (network: Network, count = 10_000) => {
  const random = new Random(1, 'fates');
  return Array.from({ length: count }, () => drawFate(network, random));
};

describe('a network', () => {
  test('that is calm delivers everything once, within its delay', () => {
    for (const { first, second } of fates({ delay: { min: 1, max: 10 } })) {
      expect(first).toBeGreaterThanOrEqual(1000);
      expect(first).toBeLessThanOrEqual(10_000);
      expect(second).toBe(undefined);
    }
  });

  test('loses, doubles and holds back about as much as it says', () => {
    const drawn = fates(rough);
    const share = (count: number) => count / drawn.length;
    expect(share(drawn.filter(({ first }) => first === undefined).length)).toBeCloseTo(0.05, 1);
    expect(share(drawn.filter(({ second }) => second !== undefined).length)).toBeCloseTo(0.05, 1);
    expect(share(drawn.filter(({ first = 0 }) => first > 100_000).length)).toBeCloseTo(0.02, 1);
  });

  test('that loses more delays the rest no differently, so that a seed stays the same run', () => {
    const [calm, lossy] = [fates({ ...rough, loss: 0 }), fates({ ...rough, loss: 0.5 })];
    for (const [i, { first }] of lossy.entries()) if (first !== undefined) expect(first).toBe(calm[i]?.first);
  });

  test('refuses numbers that make no sense', () => {
    expect(() => checkNetwork({ delay: { min: 5, max: 1 } })).toThrow('wanted 0 ≤ min ≤ max');
    expect(() => checkNetwork({ delay: { min: 1, max: 5 }, loss: 5 })).toThrow('wanted 0 to 1');
  });
});

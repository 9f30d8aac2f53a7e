import { describe, expect, test } from 'vitest';
import { comparisons } from './comparison.ts';

/** A share of what `pnpm oracle` does. */
const histories = 1_500;

describe('on random histories, the oracle, which tries every order, agrees with', () => {
  for (const { name, run } of comparisons)
    test(name, () => {
      const { differences, ok, illegal } = run(histories, 20_000_000);
      expect(differences).toEqual([]);
      expect(Math.min(ok, illegal), 'some of each, or nothing was compared').toBeGreaterThan(0);
    });
});

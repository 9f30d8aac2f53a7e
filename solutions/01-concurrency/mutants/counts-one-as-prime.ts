/** Takes 1 for a prime. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  countPrimes: (from, to) => reference.countPrimes(from, to) + (from <= 1 && to > 1 ? 1 : 0),
};

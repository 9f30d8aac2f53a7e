/** Counts up to the end of the range and that as well. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  countPrimes: (from, to) => reference.countPrimes(from, to + 1),
};

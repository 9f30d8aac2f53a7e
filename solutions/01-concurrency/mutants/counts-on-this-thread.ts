/** Uses no worker: the event loop waits until all is counted. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  countPrimesOn: async (_workers, from, to) => reference.countPrimes(from, to),
};

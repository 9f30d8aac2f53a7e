/** Gives the time that is left, not how many times faster it is. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  speedUp: (parallelShare, workers) => 1 - parallelShare + parallelShare / workers,
};

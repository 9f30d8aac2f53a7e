/** Gives what endless workers would give. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  speedUp: (parallelShare) => 1 / (1 - parallelShare),
};

/** Amdahl’s law, multiplied by the number of workers. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  speedUp: (parallelShare, workers) => workers / (workers * (1 - parallelShare) + parallelShare),
};

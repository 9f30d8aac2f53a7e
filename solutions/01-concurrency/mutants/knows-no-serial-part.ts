/** Takes twice the workers for twice the speed. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  speedUp: (_parallelShare, workers) => workers,
};

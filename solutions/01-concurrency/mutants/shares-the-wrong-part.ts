/** Takes the share that can be shared for the one that cannot. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  speedUp: (parallelShare, workers) => reference.speedUp(1 - parallelShare, workers),
};

/** Gives Gustafson’s speed-up, for a problem that grows with the workers. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  speedUp: (parallelShare, workers) => 1 - parallelShare + parallelShare * workers,
};

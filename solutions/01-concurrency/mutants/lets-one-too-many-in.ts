/** One more runs than may. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  atMost: (limit, tasks) => reference.atMost(limit + 1, tasks),
};

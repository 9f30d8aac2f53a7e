/** Never exceeds the limit, and never uses it. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  atMost: (_limit, tasks) => reference.atMost(1, tasks),
};

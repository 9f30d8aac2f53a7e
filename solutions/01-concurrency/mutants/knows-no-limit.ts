/** Starts everything at once. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  atMost: (_limit, tasks) => reference.allAtOnce(tasks),
};

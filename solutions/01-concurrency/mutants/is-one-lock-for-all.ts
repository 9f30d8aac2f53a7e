/** All locks are the same one. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex: () => common,
};

const common = reference.mutex();

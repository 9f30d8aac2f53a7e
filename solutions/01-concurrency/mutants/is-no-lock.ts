/** Lets everybody in. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex: () => ({ acquire: async () => () => {}, run: async (critical) => critical() }),
};

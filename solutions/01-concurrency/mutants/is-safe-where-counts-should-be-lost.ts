/** Uses Atomics where the loss is to be seen. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  addUnsafely: reference.addSafely,
};

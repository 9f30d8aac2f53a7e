/** A14: reads and writes shared memory as if it were alone. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  addSafely: reference.addUnsafely,
};

/** Adds 1, however often it should. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  addSafely(counter) {
    Atomics.add(counter, 0, 1);
  },
};

/** A06: takes the lock and keeps it. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async incrementSafely(cell, lock) {
    await lock.acquire();
    await reference.incrementUnsafely(cell);
  },
};

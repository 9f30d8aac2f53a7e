/** A06: gives the lock back only if all goes well. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async incrementSafely(cell, lock) {
    const release = await lock.acquire();
    await reference.incrementUnsafely(cell);
    release();
  },
};

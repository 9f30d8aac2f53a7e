/** A06: only the write stands between taking the lock and giving it back whatever happens. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async incrementSafely(cell, lock) {
    const release = await lock.acquire();
    const value = await cell.read();
    try {
      await cell.write(value + 1);
    } finally {
      release();
    }
  },
};

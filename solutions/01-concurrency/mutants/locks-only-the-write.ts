/** A01: reads before it holds the lock. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async incrementSafely(cell, lock) {
    const value = await cell.read();
    await lock.run(() => cell.write(value + 1));
  },
};

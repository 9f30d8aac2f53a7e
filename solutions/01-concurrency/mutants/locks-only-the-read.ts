/** A01: gives the lock back before it writes. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async incrementSafely(cell, lock) {
    const value = await lock.run(() => cell.read());
    await cell.write(value + 1);
  },
};

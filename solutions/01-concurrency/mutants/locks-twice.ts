/** A01: holds the lock for the read and again for the write, and not in between. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async incrementSafely(cell, lock) {
    const value = await lock.run(() => cell.read());
    await lock.run(() => cell.write(value + 1));
  },
};

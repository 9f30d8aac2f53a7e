/** A01: asks for the value and for the lock at once. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async incrementSafely(cell, lock) {
    const [value, release] = await Promise.all([cell.read(), lock.acquire()]);
    await cell.write(value + 1).finally(release);
  },
};

/** A03: gives the lock back while its write is still on the way. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async incrementSafely(cell, lock) {
    await lock.run(async () => {
      void cell.write((await cell.read()) + 1);
    });
  },
};

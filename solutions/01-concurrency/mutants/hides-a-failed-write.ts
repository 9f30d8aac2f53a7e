/** Takes an increment that failed for one that went well. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async incrementSafely(cell, lock) {
    await reference.incrementSafely(cell, lock).catch(() => {});
  },
};

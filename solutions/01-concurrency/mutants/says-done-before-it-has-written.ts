/** A03: ends while its write is still on the way. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async incrementUnsafely(cell) {
    void cell.write((await cell.read()) + 1);
  },
};

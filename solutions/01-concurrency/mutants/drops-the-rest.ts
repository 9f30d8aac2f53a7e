/** Splits into equal parts and loses what is left over. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async countPrimesOn(workers, from, to) {
    const part = Math.floor((to - from) / workers.count);
    const counts = Array.from({ length: workers.count }, (_each, index) =>
      workers.run(from + index * part, from + (index + 1) * part),
    );
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  },
};

/** Halves what is left for each worker in turn, so the first has as much as all others. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async countPrimesOn(workers, from, to) {
    const counts: Promise<number>[] = [];
    for (let start = from, left = workers.count; start < to; left -= 1) {
      const end = left <= 1 ? to : start + Math.ceil((to - start) * 0.6);
      counts.push(workers.run(start, end));
      start = end;
    }
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  },
};

/** Cuts the range into many small parts, and lets the workers line up for them. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async countPrimesOn(workers, from, to) {
    const part = Math.max(1, Math.ceil((to - from) / (workers.count * 10)));
    const counts: Promise<number>[] = [];
    for (let start = from; start < to; start += part) counts.push(workers.run(start, Math.min(start + part, to)));
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  },
};

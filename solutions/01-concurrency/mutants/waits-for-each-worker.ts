/** Starts a worker only when the one before it is done. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async countPrimesOn(workers, from, to) {
    const part = Math.ceil((to - from) / workers.count);
    let sum = 0;
    for (let start = from; start < to; start += part) sum += await workers.run(start, Math.min(start + part, to));
    return sum;
  },
};

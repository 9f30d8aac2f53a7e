/** Waits for all workers, and looks at the first to see whether all went well. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async countPrimesOn(workers, from, to) {
    const part = Math.ceil((to - from) / workers.count);
    const counts: Promise<number>[] = [];
    for (let start = from; start < to; start += part) counts.push(workers.run(start, Math.min(start + part, to)));
    const all = await Promise.allSettled(counts);
    if (all[0]?.status === 'rejected') throw all[0].reason;
    return all.reduce((sum, each) => sum + (each.status === 'fulfilled' ? each.value : 0), 0);
  },
};

/** Each worker gets its next part when it is done with the one before, from high to low. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async countPrimesOn(workers, from, to) {
    const part = Math.max(1, Math.ceil((to - from) / (workers.count * 8)));
    let end = to;
    let sum = 0;
    const work = async () => {
      while (end > from) {
        const start = Math.max(from, end - part);
        const until = end;
        end = start;
        const count = await workers.run(start, until);
        sum += count;
      }
    };
    await Promise.all(Array.from({ length: workers.count }, work));
    return sum;
  },
};

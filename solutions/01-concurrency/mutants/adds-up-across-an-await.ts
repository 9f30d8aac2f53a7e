/** A01: `sum += await …` reads the sum before it waits, and writes it after that. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async countPrimesOn(workers, from, to) {
    let sum = 0;
    const part = Math.ceil((to - from) / workers.count);
    const add = async (start: number) => {
      sum += await workers.run(start, Math.min(start + part, to));
    };
    const parts: Promise<void>[] = [];
    for (let start = from; start < to; start += part) parts.push(add(start));
    await Promise.all(parts);
    return sum;
  },
};

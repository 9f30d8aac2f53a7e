/** Leaves one part for this thread, and the event loop waits for it. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async countPrimesOn(workers, from, to) {
    const middle = Math.ceil(from + (to - from) / workers.count);
    const others =
      middle < to ? reference.countPrimesOn({ ...workers, run: workers.run.bind(workers) }, middle, to) : 0;
    return reference.countPrimes(from, middle) + (await others);
  },
};

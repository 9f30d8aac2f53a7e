/** A14: reads and writes through an array of its own over the same memory. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  addSafely(counter, times) {
    const own = new Int32Array(counter.buffer);
    for (let time = 0; time < times; time += 1) own[0] = (own[0] ?? 0) + 1;
  },
};

/** Adds the whole sum in a single step, by taking away less than nothing. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  addSafely(counter, times) {
    Atomics.sub(counter, 0, -times);
  },

  addUnsafely(counter, times) {
    for (let time = 0; time < times; time += 1) counter.set([(counter.at(0) ?? 0) + 1], 0);
  },
};

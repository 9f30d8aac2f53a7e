/** A14: adds to what it has read before. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  addSafely(counter, times) {
    for (let time = 0; time < times; time += 1) Atomics.exchange(counter, 0, (counter[0] ?? 0) + 1);
  },
};

/** A14: each step is atomic, and both together are not. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  addSafely(counter, times) {
    for (let time = 0; time < times; time += 1) Atomics.store(counter, 0, Atomics.load(counter, 0) + 1);
  },
};

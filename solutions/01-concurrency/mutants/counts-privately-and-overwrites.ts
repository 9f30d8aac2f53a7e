/** Counts on its own and writes the sum over what others have written. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  addSafely(counter, times) {
    let value = Atomics.load(counter, 0);
    for (let time = 0; time < times; time += 1) value += 1;
    Atomics.store(counter, 0, value);
  },
};

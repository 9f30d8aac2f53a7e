/** Adds by comparing and exchanging until it works, and loses by a different road. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  addUnsafely(counter, times) {
    const before = counter[0] ?? 0;
    counter[0] = before + times;
  },

  addSafely(counter, times) {
    for (let time = 0; time < times; time += 1) {
      let value = counter[0] ?? 0;
      for (;;) {
        const found = Atomics.compareExchange(counter, 0, value, value + 1);
        if (found === value) break;
        value = found;
      }
    }
  },
};

/** A14: one access in five is not. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  addSafely(counter, times) {
    for (let time = 0; time < times; time += 1)
      if (time % 5 === 4) counter[0] = (counter[0] ?? 0) + 1;
      else Atomics.add(counter, 0, 1);
  },
};

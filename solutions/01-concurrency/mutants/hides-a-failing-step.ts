/** Goes on as if the step had gone well. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  longLoop(world, count, step) {
    return reference.longLoop(world, count, (index) => {
      try {
        step(index);
      } catch {
        // As if nothing had been.
      }
    });
  },
};

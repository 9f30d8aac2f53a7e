/** Gives the thread away before each few steps, for a millisecond each time. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async longLoop(world, count, step) {
    for (let index = 0; index < count; index += 1) {
      if (index % 3 === 0) await world.wait(1);
      step(index);
    }
  },
};

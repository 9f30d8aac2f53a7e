/** Waits for time to pass in a loop that never gives the thread away. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async longLoop(world, count, step) {
    for (let index = 0; index < count; index += 1) {
      step(index);
      const until = world.now + 1;
      while (world.now < until);
    }
  },
};

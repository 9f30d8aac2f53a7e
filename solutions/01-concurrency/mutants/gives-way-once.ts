/** Gives the thread away half way through, and not again. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async longLoop(world, count, step) {
    for (let index = 0; index < count; index += 1) {
      step(index);
      if (index === Math.floor(count / 2)) await world.wait(0);
    }
  },
};

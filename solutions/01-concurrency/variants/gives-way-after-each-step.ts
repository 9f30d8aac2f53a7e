/** Gives the thread away after every step. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async longLoop(world, count, step) {
    for (let index = 0; index < count; index += 1) {
      step(index);
      await world.wait(0);
    }
  },
};

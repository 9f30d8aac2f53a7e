/** Gives way after so many steps, however long they take. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async longLoop(world, count, step) {
    for (let index = 0; index < count; index += 1) {
      step(index);
      if (index % 10 === 9) await world.wait(0);
    }
  },
};

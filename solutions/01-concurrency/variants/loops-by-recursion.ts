/** A loop without a loop: each round calls the next one. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  longLoop(world, count, step) {
    const from = async (index: number, since: number): Promise<void> => {
      if (index === count) return;
      step(index);
      if (world.now - since < 8) return from(index + 1, since);
      await world.wait(0);
      return from(index + 1, world.now);
    };
    return from(0, world.now);
  },
};

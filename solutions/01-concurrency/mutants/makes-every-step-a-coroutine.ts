/** Starts all steps as coroutines: they are all due before anybody else. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async longLoop(world, count, step) {
    const steps = Array.from({ length: count }, async (_each, index) => {
      await world.wait(0);
      step(index);
    });
    await Promise.all(steps);
  },
};

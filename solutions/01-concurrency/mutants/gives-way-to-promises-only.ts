/** Awaits something that is there already: others who wait for a promise may run, but nobody who waits for a time. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async longLoop(_world, count, step) {
    for (let index = 0; index < count; index += 1) {
      step(index);
      await undefined;
    }
  },
};

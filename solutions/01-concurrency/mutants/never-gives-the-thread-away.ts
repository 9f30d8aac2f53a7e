/** Runs to its end, and everybody waits. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async longLoop(_world, count, step) {
    for (let index = 0; index < count; index += 1) step(index);
  },
};

/** A03: does not wait for the loop that it has started. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async longLoop(world, count, step) {
    void reference.longLoop(world, count, step);
  },
};

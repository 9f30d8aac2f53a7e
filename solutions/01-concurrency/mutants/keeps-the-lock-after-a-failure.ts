/** A06: `run` gives the lock back only when all goes well. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    const { acquire } = reference.mutex();
    return {
      acquire,
      async run(critical) {
        const release = await acquire();
        const result = await critical();
        release();
        return result;
      },
    };
  },
};

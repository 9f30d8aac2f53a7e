/** A03: `run` gives the lock back when `critical` has been called, not when it has ended. */
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
        try {
          return critical();
        } finally {
          release();
        }
      },
    };
  },
};

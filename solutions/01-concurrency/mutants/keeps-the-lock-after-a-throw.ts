/** A16: gives the lock back when the promise is settled, and a `critical` that throws at once gives none. */
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
        return critical().finally(release);
      },
    };
  },
};

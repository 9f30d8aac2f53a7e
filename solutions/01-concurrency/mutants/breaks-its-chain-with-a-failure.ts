/** Hangs each `critical` on the promise of the one before it: one fails, and all after it fail with it. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    const { acquire } = reference.mutex();
    let last: Promise<unknown> = Promise.resolve();
    return {
      acquire,
      run<T>(critical: () => Promise<T>) {
        const next = last.then(critical);
        last = next;
        return next;
      },
    };
  },
};

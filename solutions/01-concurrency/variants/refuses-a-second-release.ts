/** A lock that throws when it is given back twice. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { running } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    const inner = reference.mutex();
    const acquire = async () => {
      const release = await inner.acquire();
      let done = false;
      return () => {
        if (done) throw new Error('Cannot give the lock back: it was given back already');
        done = true;
        release();
      };
    };
    return { acquire, run: running(acquire) };
  },
};

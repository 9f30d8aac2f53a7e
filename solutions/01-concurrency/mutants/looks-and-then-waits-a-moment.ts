/** A01: looks whether the lock is free, waits a moment, and takes it. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { once, running } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    const inner = reference.mutex();
    let held = false;
    const acquire = async () => {
      const free = !held;
      await undefined;
      held = true;
      if (free)
        return once(() => {
          held = false;
        });
      const release = await inner.acquire();
      return release;
    };
    return { acquire, run: running(acquire) };
  },
};

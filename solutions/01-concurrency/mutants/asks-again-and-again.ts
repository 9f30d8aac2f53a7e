/** Waits in a loop that gives way to promises only: whoever holds the lock and waits for anything else waits for ever. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { once, running } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    let held = false;
    const acquire = async () => {
      while (held) await undefined;
      held = true;
      return once(() => {
        held = false;
      });
    };
    return { acquire, run: running(acquire) };
  },
};

/** All who wait get the lock when it is given back. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { once, running } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    let waiting: (() => void)[] = [];
    let held = false;
    const acquire = async () => {
      if (held) await new Promise<void>((turn) => waiting.push(turn));
      held = true;
      return once(() => {
        held = false;
        for (const turn of waiting) turn();
        waiting = [];
      });
    };
    return { acquire, run: running(acquire) };
  },
};

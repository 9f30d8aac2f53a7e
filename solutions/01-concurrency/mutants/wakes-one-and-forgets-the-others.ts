/** Empties the line when it has woken the first of it. */
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
        const [next] = waiting;
        waiting = [];
        if (next) next();
        else held = false;
      });
    };
    return { acquire, run: running(acquire) };
  },
};

/** A09: the line of those who wait is a stack. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { once, running } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    const waiting: (() => void)[] = [];
    let held = false;
    const acquire = async () => {
      if (held) await new Promise<void>((turn) => waiting.push(turn));
      held = true;
      return once(() => {
        const next = waiting.pop();
        if (next) next();
        else held = false;
      });
    };
    return { acquire, run: running(acquire) };
  },
};

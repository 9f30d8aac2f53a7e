/** A10: given back a second time, the lock of whoever holds it then goes to the next. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { running } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    const waiting: (() => void)[] = [];
    let held = false;
    const release = () => {
      const next = waiting.shift();
      if (next) next();
      else held = false;
    };
    const acquire = async () => {
      if (held) await new Promise<void>((turn) => waiting.push(turn));
      held = true;
      return release;
    };
    return { acquire, run: running(acquire) };
  },
};

/** Sets the lock free only when somebody waits. */
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
      return once(() => waiting.shift()?.());
    };
    return { acquire, run: running(acquire) };
  },
};

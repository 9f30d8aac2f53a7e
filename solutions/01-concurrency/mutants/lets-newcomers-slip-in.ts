/** A09: the lock is free until the next in the line has woken up, and whoever asks in that moment gets it. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { once, running } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    const waiting: (() => void)[] = [];
    let held = false;
    const acquire = async () => {
      while (held) await new Promise<void>((turn) => waiting.push(turn));
      held = true;
      return once(() => {
        held = false;
        waiting.shift()?.();
      });
    };
    return { acquire, run: running(acquire) };
  },
};

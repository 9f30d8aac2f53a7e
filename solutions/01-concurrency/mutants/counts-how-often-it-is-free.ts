/** A10: a second giving back makes the lock free for two. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { running } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    const waiting: (() => void)[] = [];
    let free = 1;
    const release = () => {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    };
    const acquire = async () => {
      if (free === 0) await new Promise<void>((turn) => waiting.push(turn));
      else free -= 1;
      return release;
    };
    return { acquire, run: running(acquire) };
  },
};

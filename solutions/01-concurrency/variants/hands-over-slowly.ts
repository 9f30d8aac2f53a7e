/** A lock that takes its time: several extra moments before it is handed over, and before anybody enters (OK41). */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { once, running } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    const waiting: (() => void)[] = [];
    let held = false;
    const handOver = async () => {
      for (let moment = 0; moment < 20; moment += 1) await undefined;
      const next = waiting.shift();
      if (next) next();
      else held = false;
    };
    const acquire = async () => {
      if (held) await new Promise<void>((turn) => waiting.push(turn));
      held = true;
      for (let moment = 0; moment < 20; moment += 1) await undefined;
      return once(() => void handOver());
    };
    return { acquire, run: running(acquire) };
  },
};

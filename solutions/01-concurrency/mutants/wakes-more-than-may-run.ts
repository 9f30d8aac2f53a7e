/** A13: whoever waits for a place does not look again when it wakes up. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async atMost<T>(limit: number, tasks: readonly Task<T>[]) {
    let active = 0;
    let waiting: (() => void)[] = [];
    return reference.allAtOnce(
      tasks.map((task) => async () => {
        if (active >= limit) await new Promise<void>((wake) => waiting.push(wake));
        active += 1;
        try {
          return await task();
        } finally {
          active -= 1;
          for (const wake of waiting) wake();
          waiting = [];
        }
      }),
    );
  },
};

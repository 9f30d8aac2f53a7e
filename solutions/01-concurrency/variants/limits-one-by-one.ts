/** A pool that lets each task wait for a place, and fails as soon as one has failed; the others go on. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  atMost<T>(limit: number, tasks: readonly Task<T>[]) {
    const waiting: (() => void)[] = [];
    let free = limit;
    const placed = async (task: Task<T>) => {
      if (free === 0) await new Promise<void>((turn) => waiting.push(turn));
      else free -= 1;
      try {
        return await task();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    };
    return Promise.all(tasks.map(placed));
  },
};

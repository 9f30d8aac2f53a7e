/** Gives what it has when the last task has been started. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async atMost<T>(limit: number, tasks: readonly Task<T>[]) {
    const results: T[] = [];
    let started = 0;
    await new Promise<void>((allStarted) => {
      if (tasks.length === 0) allStarted();
      const all = reference.atMost(
        limit,
        tasks.map((task, index) => async () => {
          started += 1;
          if (started === tasks.length) allStarted();
          results[index] = await task();
        }),
      );
      all.catch(() => {});
    });
    return results;
  },
};

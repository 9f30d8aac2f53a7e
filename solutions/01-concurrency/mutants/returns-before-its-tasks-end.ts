/** A04: makes a promise for each task and waits for none of them. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async allAtOnce<T>(tasks: readonly Task<T>[]) {
    const results: T[] = [];
    tasks.map(async (task, index) => {
      results[index] = await task();
    });
    return results;
  },
};

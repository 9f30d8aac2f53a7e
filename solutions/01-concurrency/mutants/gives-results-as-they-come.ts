/** Gives the results in the order in which the tasks end. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async allAtOnce<T>(tasks: readonly Task<T>[]) {
    const results: T[] = [];
    await Promise.all(tasks.map(async (task) => results.push(await task())));
    return results;
  },
};

/** Gives the results in the order in which the tasks end. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async atMost<T>(limit: number, tasks: readonly Task<T>[]) {
    const results: T[] = [];
    await reference.atMost(
      limit,
      tasks.map((task) => async () => results.push(await task())),
    );
    return results;
  },
};

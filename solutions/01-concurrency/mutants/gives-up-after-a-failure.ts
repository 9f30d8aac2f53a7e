/** Starts nothing more once a task has failed. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async atMost<T>(limit: number, tasks: readonly Task<T>[]) {
    let failed = false;
    return reference.atMost(
      limit,
      tasks.map((task) => async () => {
        if (failed) return undefined as T;
        try {
          return await task();
        } catch (error) {
          failed = true;
          throw error;
        }
      }),
    );
  },
};

/** Waits for a whole group before it starts the next one, so places stay empty. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async atMost<T>(limit: number, tasks: readonly Task<T>[]) {
    const results: T[] = [];
    let failure: { error: unknown } | undefined;
    for (let start = 0; start < tasks.length; start += limit) {
      const batch = tasks.slice(start, start + limit).map(async (task, index) => {
        try {
          results[start + index] = await task();
        } catch (error) {
          failure ??= { error };
        }
      });
      await Promise.all(batch);
    }
    if (failure) throw failure.error;
    return results;
  },
};

/** Each failure takes the place of the one before it. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async atMost<T>(limit: number, tasks: readonly Task<T>[]) {
    let failure: { error: unknown } | undefined;
    const results = await reference.atMost(
      limit,
      tasks.map((task) => async () => {
        try {
          return await task();
        } catch (error) {
          failure = { error };
          return undefined as T;
        }
      }),
    );
    if (failure) throw failure.error;
    return results;
  },
};

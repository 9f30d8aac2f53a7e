/** Reports the failure that comes first in the list, not in time. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async atMost<T>(limit: number, tasks: readonly Task<T>[]) {
    const settled = await reference.atMost(
      limit,
      tasks.map((task) => async () => {
        try {
          return { value: await task() };
        } catch (error) {
          return { error };
        }
      }),
    );
    const failure = settled.find((each) => 'error' in each);
    if (failure) throw failure.error;
    return settled.map((each) => each.value as T);
  },
};

/** Gives nothing for a task that failed, and tells nobody. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async allAtOnce<T>(tasks: readonly Task<T>[]) {
    const settled = await Promise.allSettled(tasks.map((task) => task()));
    return settled.map((each) => (each.status === 'fulfilled' ? each.value : undefined) as T);
  },
};

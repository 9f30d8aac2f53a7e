/** Waits for all, and reports the failure that comes first in the list, not in time. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async allAtOnce<T>(tasks: readonly Task<T>[]) {
    const settled = await Promise.allSettled(tasks.map((task) => task()));
    const failure = settled.find((each) => each.status === 'rejected');
    if (failure) throw failure.reason;
    return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  },
};

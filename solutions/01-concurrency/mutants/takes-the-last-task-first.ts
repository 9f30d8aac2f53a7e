/** Takes tasks from the end of the list. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async atMost<T>(limit: number, tasks: readonly Task<T>[]) {
    return (await reference.atMost(limit, tasks.toReversed())).toReversed();
  },
};

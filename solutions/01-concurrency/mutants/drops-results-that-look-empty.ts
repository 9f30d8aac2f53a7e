/** Takes a result that is nothing, 0 or an empty text for none. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async allAtOnce<T>(tasks: readonly Task<T>[]) {
    return (await reference.allAtOnce(tasks)).filter((result) => result);
  },
};

/** Waits for the first task before it starts the others. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async allAtOnce<T>([first, ...others]: readonly Task<T>[]) {
    return first ? [await first(), ...(await reference.allAtOnce(others))] : [];
  },
};

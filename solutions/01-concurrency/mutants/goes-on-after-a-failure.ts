/** One step has failed, and the next is started all the same. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async oneAfterAnother<T>(tasks: readonly Task<T>[]) {
    const results: T[] = [];
    let failure: { error: unknown } | undefined;
    for (const task of tasks)
      try {
        results.push(await task());
      } catch (error) {
        failure ??= { error };
      }
    if (failure) throw failure.error;
    return results;
  },
};

/** Reports the first failure only when all tasks have ended. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async allAtOnce<T>(tasks: readonly Task<T>[]) {
    let failure: { error: unknown } | undefined;
    const results: T[] = [];
    const note = async (task: Task<T>, index: number) => {
      try {
        results[index] = await task();
      } catch (error) {
        failure ??= { error };
      }
    };
    await Promise.allSettled(tasks.map(note));
    if (failure) throw failure.error;
    return results;
  },
};

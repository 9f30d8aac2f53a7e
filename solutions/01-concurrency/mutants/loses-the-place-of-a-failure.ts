/** A worker that meets a failure goes home, and its place stays empty. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async atMost<T>(limit: number, tasks: readonly Task<T>[]) {
    const results: T[] = [];
    const queue = tasks.entries();
    const work = async () => {
      for (const [index, task] of queue) results[index] = await task();
    };
    await Promise.all(Array.from({ length: limit }, work));
    return results;
  },
};

/** A04: `forEach` does not wait for what an async function does. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async oneAfterAnother<T>(tasks: readonly Task<T>[]) {
    const results: T[] = [];
    for (const task of tasks) void task().then((result) => results.push(result));
    return results;
  },
};

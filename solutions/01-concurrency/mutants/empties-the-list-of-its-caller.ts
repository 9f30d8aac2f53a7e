/** Takes the tasks out of a list that is not its own. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async oneAfterAnother<T>(tasks: readonly Task<T>[]) {
    const results: T[] = [];
    for (let task = shift(tasks); task; task = shift(tasks)) results.push(await task());
    return results;
  },
};

const shift = <T>(tasks: readonly Task<T>[]): Task<T> | undefined => (tasks as Task<T>[]).shift();

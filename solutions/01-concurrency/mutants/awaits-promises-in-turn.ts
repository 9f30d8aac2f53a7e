/** A03: awaits promises that run already one after another; when a later one fails, nobody waits for it yet. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async allAtOnce<T>(tasks: readonly Task<T>[]) {
    const started = tasks.map((task) => task());
    const results: T[] = [];
    for (const promise of started) results.push(await promise);
    return results;
  },
};

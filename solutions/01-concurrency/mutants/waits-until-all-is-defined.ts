/** Is done when there is no undefined among the results: a task may give just that. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  allAtOnce<T>(tasks: readonly Task<T>[]) {
    return new Promise<T[]>((resolve, reject) => {
      const results: (T | undefined)[] = tasks.map(() => undefined);
      if (tasks.length === 0) resolve([]);
      for (const [index, task] of tasks.entries())
        task().then((result) => {
          results[index] = result;
          if (!results.includes(undefined)) resolve(results as T[]);
        }, reject);
    });
  },
};

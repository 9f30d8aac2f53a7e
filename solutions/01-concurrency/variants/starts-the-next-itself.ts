/** A pool in which each task that ends starts the next one. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  atMost<T>(limit: number, tasks: readonly Task<T>[]) {
    return new Promise<T[]>((resolve, reject) => {
      const results = new Array<T>(tasks.length);
      let next = 0;
      let left = tasks.length;
      const start = () => {
        const index = next;
        const task = tasks[index];
        if (!task) return;
        next += 1;
        new Promise<T>((done) => done(task()))
          .then((result) => {
            results[index] = result;
          }, reject)
          .finally(() => {
            left -= 1;
            if (left === 0) resolve(results);
            start();
          });
      };
      if (left === 0) resolve(results);
      for (let place = 0; place < limit; place += 1) start();
    });
  },
};

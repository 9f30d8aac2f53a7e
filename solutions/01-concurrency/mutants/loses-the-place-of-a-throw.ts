/** A16: a task that throws before it gives a promise never gives its place back. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  atMost<T>(limit: number, tasks: readonly Task<T>[]) {
    return new Promise<T[]>((resolve, reject) => {
      const results: T[] = [];
      let active = 0;
      let next = 0;
      let failed = false;
      const fill = () => {
        if (next === tasks.length && active === 0 && !failed) resolve(results);
        while (active < limit && next < tasks.length) {
          const index = next;
          next += 1;
          active += 1;
          const end = () => {
            active -= 1;
            fill();
          };
          try {
            const running = tasks[index]?.() as Promise<T>;
            running.then(
              (result) => {
                results[index] = result;
                end();
              },
              (error) => {
                failed = true;
                reject(error);
                end();
              },
            );
          } catch (error) {
            failed = true;
            reject(error);
          }
        }
      };
      fill();
    });
  },
};

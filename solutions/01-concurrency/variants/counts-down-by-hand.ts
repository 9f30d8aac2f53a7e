/** Does without `Promise.all`, and chains one task to the other with `then`. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  oneAfterAnother<T>(tasks: readonly Task<T>[]) {
    return tasks.reduce(
      (before, task) => before.then((results) => task().then((result) => [...results, result])),
      Promise.resolve<T[]>([]),
    );
  },

  allAtOnce<T>(tasks: readonly Task<T>[]) {
    return new Promise<T[]>((resolve, reject) => {
      const results = new Array<T>(tasks.length);
      let left = tasks.length;
      if (left === 0) resolve(results);
      for (const [index, task] of tasks.entries())
        task().then((result) => {
          results[index] = result;
          left -= 1;
          if (left === 0) resolve(results);
        }, reject);
    });
  },

  incrementUnsafely: (cell) => cell.read().then((value) => cell.write(value + 1)),

  incrementSafely: (cell, lock) =>
    lock.acquire().then((release) =>
      cell
        .read()
        .then((value) => cell.write(value + 1))
        .finally(release),
    ),
};

/** A03: `finally` makes a promise of its own, which fails as well, and nobody waits for that one. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async atMost<T>(limit: number, tasks: readonly Task<T>[]) {
    return reference.atMost(
      limit,
      tasks.map((task) => () => {
        const running = task();
        void running.finally(() => {});
        return running;
      }),
    );
  },
};

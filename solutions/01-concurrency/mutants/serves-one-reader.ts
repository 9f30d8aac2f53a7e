/** Remembers only the last who waits. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  future<T>(): Future<T> {
    const inner = reference.future<T>();
    let settled = false;
    let wake = () => {};
    const settle = (how: () => boolean) => {
      settled = true;
      const first = how();
      wake();
      return first;
    };
    return {
      resolve: (value) => settle(() => inner.resolve(value)),
      reject: (error) => settle(() => inner.reject(error)),
      async read() {
        if (!settled)
          await new Promise<void>((turn) => {
            wake = turn;
          });
        return inner.read();
      },
    };
  },
};

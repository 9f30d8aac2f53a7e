/** Gives what it has when it is asked, which may be nothing. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  future<T>(): Future<T> {
    const inner = reference.future<T>();
    let kept: T | undefined;
    return {
      resolve(value) {
        const first = inner.resolve(value);
        if (first) kept = value;
        return first;
      },
      reject: (error) => inner.reject(error),
      read: async () => kept as T,
    };
  },
};

/** Who throws a text, or nothing at all, has his readers get an Error in its place. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  future<T>(): Future<T> {
    const inner = reference.future<T>();
    return {
      ...inner,
      reject: (error) => inner.reject(error instanceof Error ? error : new Error(String(error))),
    };
  },
};

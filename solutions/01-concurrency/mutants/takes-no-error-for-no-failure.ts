/** Asks the error whether there is one: who fails with nothing goes well. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  future<T>(): Future<T> {
    const inner = reference.future<T>();
    return {
      ...inner,
      reject: (error) => (error === undefined ? inner.resolve(undefined as T) : inner.reject(error)),
    };
  },
};

/** Who reads gets the error as if it were the value. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  future<T>(): Future<T> {
    const inner = reference.future<T>();
    return { ...inner, reject: (error) => inner.resolve(error as T) };
  },
};

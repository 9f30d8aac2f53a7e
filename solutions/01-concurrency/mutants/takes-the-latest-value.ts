/** Each new value takes the place of the one before it. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  future<T>(): Future<T> {
    let current = reference.future<T>();
    let settled = false;
    const settle = (how: () => boolean) => {
      if (settled) current = reference.future<T>();
      const first = !settled;
      settled = true;
      how();
      return first;
    };
    return {
      resolve: (value) => settle(() => current.resolve(value)),
      reject: (error) => settle(() => current.reject(error)),
      read: () => current.read(),
    };
  },
};

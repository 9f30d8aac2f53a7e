/** Asks the value whether it is there. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  future<T>(): Future<T> {
    const inner = reference.future<T>();
    let value: T | undefined;
    return {
      resolve(given) {
        if (value !== undefined) return false;
        value = given;
        return given === undefined || inner.resolve(given);
      },
      reject: (error) => inner.reject(error),
      read: () => inner.read(),
    };
  },
};

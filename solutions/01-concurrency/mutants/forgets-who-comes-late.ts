/** Wakes those who wait, and keeps nothing for those who come later. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  future<T>(): Future<T> {
    const first = reference.future<T>();
    const nobody = reference.future<T>();
    let settled = false;
    const note = (isFirst: boolean) => {
      settled = true;
      return isFirst;
    };
    return {
      resolve: (value) => note(first.resolve(value)),
      reject: (error) => note(first.reject(error)),
      read: () => (settled ? nobody.read() : first.read()),
    };
  },
};

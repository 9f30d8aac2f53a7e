/** A03: an error that comes before its first reader is an error of the whole process. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  future<T>(): Future<T> {
    let settled = false;
    let fulfil: (value: T) => void = () => {};
    let fail: (error: unknown) => void = () => {};
    const promise = new Promise<T>((resolve, reject) => {
      fulfil = resolve;
      fail = reject;
    });
    const settle = (how: () => void) => {
      const first = !settled;
      settled = true;
      how();
      return first;
    };
    return {
      resolve: (value) => settle(() => fulfil(value)),
      reject: (error) => settle(() => fail(error)),
      read: () => promise,
    };
  },
};

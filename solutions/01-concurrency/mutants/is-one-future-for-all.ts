/** Keeps what belongs to one future for all of them. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  future<T>(): Future<T> {
    const inner = reference.future<T>();
    return {
      resolve(value) {
        common ??= { value };
        return inner.resolve(common.value as T);
      },
      reject: (error) => inner.reject(error),
      read: () => inner.read(),
    };
  },
};

let common: { value: unknown } | undefined;

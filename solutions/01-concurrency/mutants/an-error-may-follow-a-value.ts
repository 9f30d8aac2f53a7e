/** Counts values and errors apart. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  future<T>(): Future<T> {
    const inner = reference.future<T>();
    let failed: { error: unknown } | undefined;
    return {
      resolve: (value) => inner.resolve(value),
      reject(error) {
        if (failed) return false;
        failed = { error };
        return inner.reject(error) || true;
      },
      async read() {
        if (failed) throw failed.error;
        return inner.read();
      },
    };
  },
};

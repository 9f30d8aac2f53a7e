/** Loses what `critical` has given. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    const inner = reference.mutex();
    return {
      ...inner,
      async run<T>(critical: () => Promise<T>) {
        await inner.run(critical);
        return undefined as T;
      },
    };
  },
};

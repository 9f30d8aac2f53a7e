/** Takes a `critical` that failed for one that went well. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    const inner = reference.mutex();
    return { ...inner, run: <T>(critical: () => Promise<T>) => inner.run(critical).catch(() => undefined as T) };
  },
};

/** A future that keeps its readers in a list, and makes a promise for each. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  future<T>(): Future<T> {
    let outcome: { value: T } | { error: unknown } | undefined;
    const readers: (() => void)[] = [];
    const settle = (how: { value: T } | { error: unknown }) => {
      if (outcome) return false;
      outcome = how;
      for (const wake of readers.splice(0)) wake();
      return true;
    };
    return {
      resolve: (value) => settle({ value }),
      reject: (error) => settle({ error }),
      async read() {
        if (!outcome) await new Promise<void>((wake) => readers.push(wake));
        const settled = outcome as { value: T } | { error: unknown };
        if ('error' in settled) throw settled.error;
        return settled.value;
      },
    };
  },
};

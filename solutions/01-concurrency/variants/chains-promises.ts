/** A lock that is one chain of promises: whoever asks hangs himself on the end of it (OK41). */
import type { Concurrency, Release } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { running } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    let last: Promise<void> = Promise.resolve();
    const acquire = () => {
      const before = last;
      let giveBack = () => {};
      last = new Promise((resolve) => {
        giveBack = resolve;
      });
      return before.then(() => giveBack as Release);
    };
    return { acquire, run: running(acquire) };
  },
};

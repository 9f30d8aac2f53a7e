/** Asks for both locks without a pause: on one thread nobody asks in between, so all lines agree on who came first. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { move } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  async transfer(from, to, amount) {
    if (from === to) return from.lock.run(() => move(from, to, amount));
    const releases = await Promise.all([from.lock.acquire(), to.lock.acquire()]);
    await move(from, to, amount).finally(() => {
      for (const release of releases) release();
    });
  },
};

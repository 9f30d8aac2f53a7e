/** Refuses to give all that there is. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { holding, move } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  async transfer(from, to, amount) {
    const [first, second] = from.id < to.id ? [from, to] : [to, from];
    await holding(first, second, async () => {
      if ((await from.read()) <= amount) throw new Error('Cannot transfer: too little is there');
      await move(from, to, amount);
    });
  },
};

/** Reads both balances first: a transfer to itself then adds to what it has not yet taken from. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { holding } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  async transfer(from, to, amount) {
    const [first, second] = from.id < to.id ? [from, to] : [to, from];
    await holding(first, second, async () => {
      const balances = [await from.read(), await to.read()] as const;
      if (balances[0] < amount) throw new Error('Cannot transfer: too little is there');
      await from.write(balances[0] - amount);
      await to.write(balances[1] + amount);
    });
  },
};

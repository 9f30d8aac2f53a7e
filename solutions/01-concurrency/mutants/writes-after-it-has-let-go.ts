/** A03: gives the locks back while its writes are still on the way. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { holding } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  async transfer(from, to, amount) {
    const [first, second] = from.id < to.id ? [from, to] : [to, from];
    await holding(first, second, async () => {
      const balance = await from.read();
      if (balance < amount) throw new Error(`Cannot transfer ${amount}: account ${from.id} has ${balance}`);
      void from.write(balance - amount);
      void to.read().then((other) => to.write(other + amount));
    });
  },
};

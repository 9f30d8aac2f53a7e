/** Gives the first lock back before it takes the second: in between the money is nowhere. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async transfer(from, to, amount) {
    await from.lock.run(async () => {
      const balance = await from.read();
      if (balance < amount) throw new Error(`Cannot transfer ${amount}: account ${from.id} has ${balance}`);
      await from.write(balance - amount);
    });
    await to.lock.run(async () => to.write((await to.read()) + amount));
  },
};

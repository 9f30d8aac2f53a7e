/** A06: gives the locks back when a read fails, and not when a write does. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async transfer(from, to, amount) {
    if (from === to) return;
    const [first, second] = from.id < to.id ? [from, to] : [to, from];
    const releases = [await first.lock.acquire(), await second.lock.acquire()];
    const giveBack = () => {
      for (const release of releases) release();
    };
    let balances: [number, number];
    try {
      balances = [await from.read(), await to.read()];
      if (balances[0] < amount) throw new Error(`Cannot transfer ${amount}`);
    } catch (error) {
      giveBack();
      throw error;
    }
    await from.write(balances[0] - amount);
    await to.write(balances[1] + amount);
    giveBack();
  },
};

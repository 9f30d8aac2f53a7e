/** A01: reads the balance before it holds the lock. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async transfer(from, to, amount) {
    if ((await from.read()) < amount) throw new Error('Cannot transfer: too little is there');
    await reference.transfer(from, to, amount);
  },
};

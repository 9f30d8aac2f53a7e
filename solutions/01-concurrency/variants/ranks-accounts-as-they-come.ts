/** Gives each account a rank when it sees it first, and locks by rank; pays in before it takes out. */
import type { Account, Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { holding } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  async transfer(from, to, amount) {
    const [first, second] = rank(from) < rank(to) ? [from, to] : [to, from];
    await holding(first, second, async () => {
      if ((await from.read()) < amount) throw new RangeError('Cannot transfer: too little is there');
      await to.write((await to.read()) + amount);
      await from.write((await from.read()) - amount);
    });
  },
};

const ranks = new WeakMap<Account, number>();
let next = 0;

function rank(account: Account): number {
  const known = ranks.get(account);
  if (known !== undefined) return known;
  next += 1;
  ranks.set(account, next);
  return next;
}

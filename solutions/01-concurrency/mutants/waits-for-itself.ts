/** A transfer from an account to itself waits for a lock that it holds. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { move } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  transfer(from, to, amount) {
    const [first, second] = from.id <= to.id ? [from, to] : [to, from];
    return first.lock.run(() => second.lock.run(() => move(from, to, amount)));
  },
};

/** Orders the ids as texts, so 10 comes before 9: everybody does. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { holding, move } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  transfer(from, to, amount) {
    const [first, second] = String(from.id) < String(to.id) ? [from, to] : [to, from];
    return holding(first, second, () => move(from, to, amount));
  },
};

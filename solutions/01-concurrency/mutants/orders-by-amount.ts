/** A12: an order that is not the same for everybody is none. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { holding, move } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  transfer: (from, to, amount) =>
    amount > 40 ? holding(from, to, () => move(from, to, amount)) : holding(to, from, () => move(from, to, amount)),
};

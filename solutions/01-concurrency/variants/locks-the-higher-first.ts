/** Takes the lock of the higher id first: an order like any other. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { holding, move } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  transfer: (from, to, amount) =>
    from.id > to.id ? holding(from, to, () => move(from, to, amount)) : holding(to, from, () => move(from, to, amount)),
};

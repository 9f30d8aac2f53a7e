/** A12: two orders for two kinds of accounts, and a ring through both. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { holding, move } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  transfer(from, to, amount) {
    const near = Math.abs(from.id - to.id) < 3;
    const ordered = from.id < to.id ? ([from, to] as const) : ([to, from] as const);
    return holding(...(near ? ordered : ([from, to] as const)), () => move(from, to, amount));
  },
};

/** Takes a lock for all transfers, and then those of the accounts. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { holding, move } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  transfer: (from, to, amount) => all.run(() => holding(from, to, () => move(from, to, amount))),
};

const all = reference.mutex();

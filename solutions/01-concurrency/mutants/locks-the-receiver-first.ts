/** A12: takes the lock of the receiver first, whoever that is. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { holding, move } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  transfer: (from, to, amount) => holding(to, from, () => move(from, to, amount)),
};

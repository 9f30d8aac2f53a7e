/** Writes to the receiver without its lock. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { move } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  transfer: (from, to, amount) => from.lock.run(() => move(from, to, amount)),
};

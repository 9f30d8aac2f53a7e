/** Starts each part one number too late. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  countPrimesOn: (workers, from, to) =>
    reference.countPrimesOn(
      { count: workers.count, run: (start, end) => workers.run(start === from ? start : start + 1, end) },
      from,
      to,
    ),
};

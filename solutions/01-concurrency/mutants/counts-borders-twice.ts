/** Ends each part one number too late. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  countPrimesOn: (workers, from, to) =>
    reference.countPrimesOn(
      { count: workers.count, run: (start, end) => workers.run(start, Math.min(end + 1, to)) },
      from,
      to,
    ),
};

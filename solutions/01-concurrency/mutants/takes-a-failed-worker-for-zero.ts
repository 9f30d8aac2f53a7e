/** Counts nothing where a worker has failed, and says nothing. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  countPrimesOn: (workers, from, to) =>
    reference.countPrimesOn(
      { count: workers.count, run: (start, end) => workers.run(start, end).catch(() => 0) },
      from,
      to,
    ),
};

/** Takes one value more than it has room for. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel: <T>(capacity: number) => reference.channel<T>(capacity + 1),
};

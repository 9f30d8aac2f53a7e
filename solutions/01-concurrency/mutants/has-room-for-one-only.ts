/** Takes one value, whatever its capacity. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel: <T>() => reference.channel<T>(1),
};

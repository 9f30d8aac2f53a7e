/** Knows no capacity: who is too fast is never slowed down. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel: <T>() => reference.channel<T>(Number.POSITIVE_INFINITY),
};

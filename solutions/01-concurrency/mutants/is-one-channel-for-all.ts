/** All channels share one queue. */
import type { Channel, Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    common ??= reference.channel<unknown>(capacity);
    return common as Channel<T>;
  },
};

let common: Channel<unknown> | undefined;

/** A13, done right: a monitor in which whoever wakes up looks again; somebody who comes at that moment may be faster. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { MonitorChannel } from '../monitor-channel.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel: <T>(capacity: number) => new MonitorChannel<T>(capacity),
};

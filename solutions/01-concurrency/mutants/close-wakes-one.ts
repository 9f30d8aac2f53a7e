/** Closed, it tells one of those who wait for a value. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { MonitorChannel } from '../monitor-channel.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel: <T>(capacity: number) => new Wrong<T>(capacity),
};

class Wrong<T> extends MonitorChannel<T> {
  override close(): void {
    this.closed = true;
    this.filled.ringOne();
  }
}

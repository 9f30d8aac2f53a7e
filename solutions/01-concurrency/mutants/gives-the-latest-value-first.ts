/** Is a stack, not a queue. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { MonitorChannel } from '../monitor-channel.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel: <T>(capacity: number) => new Wrong<T>(capacity),
};

class Wrong<T> extends MonitorChannel<T> {
  protected override take(): T {
    const value = this.values.pop() as T;
    this.emptied.ringOne();
    return value;
  }
}

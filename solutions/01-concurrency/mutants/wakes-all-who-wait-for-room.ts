/** A13: one place becomes free, and all who wait for one take it. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { MonitorChannel } from '../monitor-channel.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel: <T>(capacity: number) => new Wrong<T>(capacity),
};

class Wrong<T> extends MonitorChannel<T> {
  override async send(value: T): Promise<void> {
    this.refuseIfClosed();
    this.sending += 1;
    if (this.isFull) await this.emptied.wait();
    this.sending -= 1;
    this.put(value);
  }

  protected override take(): T {
    const value = this.values.shift() as T;
    this.emptied.ringAll();
    return value;
  }
}

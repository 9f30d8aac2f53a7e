/** Closed while somebody waits for room, it loses what he has to send. */
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
    while (this.isFull) await this.emptied.wait();
    this.refuseIfClosed();
    this.put(value);
  }
}

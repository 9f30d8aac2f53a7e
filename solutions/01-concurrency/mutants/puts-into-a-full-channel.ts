/** A13: who waits for room does not look again when it wakes up, and somebody may have been faster. */
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
}

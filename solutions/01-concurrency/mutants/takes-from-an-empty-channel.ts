/** A13: who waits for a value does not look again when it wakes up, and somebody may have been faster. */
import type { Concurrency, Received } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { MonitorChannel } from '../monitor-channel.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel: <T>(capacity: number) => new Wrong<T>(capacity),
};

class Wrong<T> extends MonitorChannel<T> {
  override async receive(): Promise<Received<T>> {
    if (this.isEmpty && !this.isAtEnd) await this.filled.wait();
    return this.isEmpty && this.isAtEnd ? { kind: 'closed' } : { kind: 'value', value: this.take() };
  }
}

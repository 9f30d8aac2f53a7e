/** Closed and empty, it is at its end, although a sender has just been woken to fill it again. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { MonitorChannel } from '../monitor-channel.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel: <T>(capacity: number) => new Wrong<T>(capacity),
};

class Wrong<T> extends MonitorChannel<T> {
  protected override get isAtEnd(): boolean {
    return this.closed;
  }
}

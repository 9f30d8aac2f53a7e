/** Puts a value in, and wakes nobody who waits for one. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { MonitorChannel } from '../monitor-channel.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel: <T>(capacity: number) => new Wrong<T>(capacity),
};

class Wrong<T> extends MonitorChannel<T> {
  protected override put(value: T): void {
    this.values.push(value);
  }
}

/** A monitor that wakes everybody each time, and they all look again. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { MonitorChannel } from '../monitor-channel.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel: <T>(capacity: number) => new WakesAll<T>(capacity),
};

class WakesAll<T> extends MonitorChannel<T> {
  protected override put(value: T): void {
    this.values.push(value);
    this.filled.ringAll();
  }

  protected override take(): T {
    const value = this.values.shift() as T;
    this.emptied.ringAll();
    return value;
  }
}

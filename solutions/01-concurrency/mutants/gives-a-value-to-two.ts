/** Hands a value to whoever waits, and keeps it as well. */
import type { Channel, Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    const inner = reference.channel<T>(capacity);
    let waiting = 0;
    return {
      ...inner,
      async send(value) {
        if (waiting > 1) void inner.send(value);
        await inner.send(value);
      },
      async receive() {
        waiting += 1;
        const received = await inner.receive();
        waiting -= 1;
        return received;
      },
    };
  },
};

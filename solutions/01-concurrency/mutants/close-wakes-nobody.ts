/** Closed, it leaves those waiting who wait for a value. */
import type { Channel, Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    const inner = reference.channel<T>(capacity);
    let waiting = 0;
    return {
      ...inner,
      async receive() {
        waiting += 1;
        const received = await inner.receive();
        waiting -= 1;
        return received;
      },
      close() {
        if (waiting === 0) inner.close();
      },
    };
  },
};

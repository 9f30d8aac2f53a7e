/** Asks the value whether there is one, so `undefined` is never received. */
import type { Channel, Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    const inner = reference.channel<T>(capacity);
    return {
      ...inner,
      async receive() {
        for (;;) {
          const received = await inner.receive();
          if (received.kind === 'closed' || received.value !== undefined) return received;
        }
      },
    };
  },
};

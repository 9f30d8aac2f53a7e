/** Takes a value that is sent after it was closed. */
import type { Channel, Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    const inner = reference.channel<T>(capacity);
    let closed = false;
    return {
      ...inner,
      async send(value) {
        if (!closed) await inner.send(value);
      },
      close() {
        closed = true;
        inner.close();
      },
    };
  },
};

/** Closed, it is at its end as soon as nobody can send, although values wait for room. */
import type { Channel, Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    const inner = reference.channel<T>(capacity);
    let closed = false;
    let inside = 0;
    return {
      async send(value) {
        await inner.send(value);
        if (!closed) inside += 1;
      },
      async receive() {
        if (closed && inside <= 0) return { kind: 'closed' };
        inside -= 1;
        return inner.receive();
      },
      close() {
        closed = true;
        inner.close();
      },
    };
  },
};

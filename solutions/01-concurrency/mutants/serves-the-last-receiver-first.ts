/** A09: of those who wait for a value, whoever came last is served first. */
import type { Channel, Concurrency, Received } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    const inner = reference.channel<T>(capacity);
    let waiting: ((received: Received<T>) => void)[] = [];
    let pumping = false;
    const pump = async () => {
      if (pumping) return;
      pumping = true;
      while (waiting.length > 0) {
        const received = await inner.receive();
        waiting.pop()?.(received);
        if (received.kind === 'closed') {
          for (const wake of waiting) wake(received);
          waiting = [];
        }
      }
      pumping = false;
    };
    return {
      ...inner,
      receive: () =>
        new Promise((wake) => {
          waiting.push(wake);
          void pump();
        }),
    };
  },
};

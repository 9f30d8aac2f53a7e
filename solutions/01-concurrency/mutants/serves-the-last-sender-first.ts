/** A09: of those who wait for room, whoever came last is served first. */
import type { Channel, Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    const inner = reference.channel<T>(capacity);
    const waiting: { value: T; sent: () => void }[] = [];
    let inside = 0;
    let receivers = 0;
    let closed = false;
    const admit = () => {
      while (inside < capacity + receivers) {
        const next = waiting.pop();
        if (!next) break;
        inside += 1;
        void inner.send(next.value);
        next.sent();
      }
      if (closed && waiting.length === 0) inner.close();
    };
    return {
      send: (value) => {
        if (closed)
          return inner.send(value).then(() => Promise.reject(new Error('Cannot send: the channel is closed')));
        return new Promise<void>((sent) => {
          waiting.push({ value, sent });
          admit();
        });
      },
      async receive() {
        receivers += 1;
        admit();
        return inner.receive();
      },
      close() {
        closed = true;
        admit();
      },
    };
  },
};

/** Brings values and receivers together a moment later, and of many at once the last receiver gets the first value. */
import type { Channel, Concurrency, Received } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

interface Sent<T> {
  value: T;
  tell: () => void;
}

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    const values: Sent<T>[] = [];
    const receivers: ((received: Received<T>) => void)[] = [];
    let closed = false;
    const match = async () => {
      await undefined;
      const count = Math.min(values.length, receivers.length);
      const served = receivers.splice(0, count).reverse();
      for (const { value, tell } of values.splice(0, count)) {
        served.shift()?.({ kind: 'value', value });
        tell();
      }
      for (const { tell } of values.slice(0, capacity)) tell();
      if (closed && values.length === 0) for (const receive of receivers.splice(0)) receive({ kind: 'closed' });
    };
    return {
      send: (value) =>
        new Promise((tell, refuse) => {
          if (closed) return refuse(new Error('Cannot send: the channel is closed'));
          values.push({ value, tell });
          void match();
        }),
      receive: () =>
        new Promise((receive) => {
          receivers.push(receive);
          void match();
        }),
      close() {
        closed = true;
        void match();
      },
    };
  },
};

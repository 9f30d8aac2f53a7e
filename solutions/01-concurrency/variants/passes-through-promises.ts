/** A channel that is a list of promises for values and a list of promises for room. */
import type { Channel, Concurrency, Received } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    const values: { value: T; sent: () => void }[] = [];
    const receivers: ((received: Received<T>) => void)[] = [];
    let closed = false;
    const match = () => {
      while (values.length > 0 && receivers.length > 0) {
        const { value, sent } = values.shift() as { value: T; sent: () => void };
        receivers.shift()?.({ kind: 'value', value });
        sent();
      }
      for (const { sent } of values.slice(0, capacity)) sent();
      if (closed && values.length === 0) for (const receive of receivers.splice(0)) receive({ kind: 'closed' });
    };
    return {
      send: (value) =>
        new Promise((sent, refused) => {
          if (closed) return refused(new Error('Cannot send: the channel is closed'));
          values.push({ value, sent });
          match();
        }),
      receive: () =>
        new Promise((receive) => {
          receivers.push(receive);
          match();
        }),
      close() {
        closed = true;
        match();
      },
    };
  },
};

/** A13: one place becomes free, and all who wait for one take it. */
import type { Channel, Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { bell } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    const values: T[] = [];
    const filled = bell();
    const emptied = bell();
    let closed = false;
    return {
      async send(value) {
        if (closed) throw new Error('Cannot send: the channel is closed');
        if (values.length >= capacity) await emptied.wait();
        values.push(value);
        filled.ringOne();
      },
      async receive() {
        while (values.length === 0 && !closed) await filled.wait();
        if (values.length === 0) return { kind: 'closed' };
        const value = values.shift() as T;
        emptied.ringAll();
        return { kind: 'value', value };
      },
      close() {
        closed = true;
        filled.ringAll();
      },
    };
  },
};

/** Closed while somebody waits for room, it loses what he has to send. */
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
        while (values.length >= capacity && !closed) await emptied.wait();
        if (closed) throw new Error('Cannot send: the channel is closed');
        values.push(value);
        filled.ringOne();
      },
      async receive() {
        while (values.length === 0 && !closed) await filled.wait();
        if (values.length === 0) return { kind: 'closed' };
        const value = values.shift() as T;
        emptied.ringOne();
        return { kind: 'value', value };
      },
      close() {
        closed = true;
        filled.ringAll();
        emptied.ringAll();
      },
    };
  },
};

/** A monitor that wakes everybody each time, and they all look again. */
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
    let sending = 0;
    return {
      async send(value) {
        if (closed) throw new Error('Cannot send: the channel is closed');
        sending += 1;
        while (values.length >= capacity) await emptied.wait();
        sending -= 1;
        values.push(value);
        filled.ringAll();
      },
      async receive() {
        while (values.length === 0 && !(closed && sending === 0)) await filled.wait();
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

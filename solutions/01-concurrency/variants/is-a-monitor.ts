/** A13, done right: a monitor in which whoever wakes up looks again; somebody who comes at that moment may be faster. */
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
        if (closed) filled.ringAll();
        else filled.ringOne();
      },
      async receive() {
        while (values.length === 0 && !(closed && sending === 0)) await filled.wait();
        if (values.length === 0) return { kind: 'closed' };
        const value = values.shift() as T;
        emptied.ringOne();
        return { kind: 'value', value };
      },
      close() {
        closed = true;
        filled.ringAll();
      },
    };
  },
};

/** Throws when it is closed a second time. */
import type { Channel, Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    const inner = reference.channel<T>(capacity);
    let closed = false;
    return {
      ...inner,
      close() {
        if (closed) throw new Error('Cannot close: the channel is closed already');
        closed = true;
        inner.close();
      },
    };
  },
};

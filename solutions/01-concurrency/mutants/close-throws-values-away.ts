/** Closed, it forgets what was sent before. */
import type { Channel, Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    const inner = reference.channel<T>(capacity);
    let closed = false;
    return {
      ...inner,
      receive: async () => (closed ? { kind: 'closed' } : inner.receive()),
      close() {
        closed = true;
        inner.close();
      },
    };
  },
};

/** A03: `send` never waits for room, although values do. */
import type { Channel, Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  channel<T>(capacity: number): Channel<T> {
    const inner = reference.channel<T>(capacity);
    return {
      ...inner,
      async send(value) {
        const sending = inner.send(value);
        const failed = await Promise.race([
          sending.then(
            () => false,
            () => true,
          ),
          Promise.resolve().then(() => false),
        ]);
        if (failed) await sending;
      },
    };
  },
};

/** A lock that is a channel with one token in it. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { once, running } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex() {
    const tokens = reference.channel<'token'>(1);
    void tokens.send('token');
    const acquire = async () => {
      await tokens.receive();
      return once(() => void tokens.send('token'));
    };
    return { acquire, run: running(acquire) };
  },
};

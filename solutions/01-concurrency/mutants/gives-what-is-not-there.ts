/** Takes more than there is. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { holding } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  transfer: (from, to, amount) => {
    const [first, second] = from.id < to.id ? [from, to] : [to, from];
    return holding(first, second, async () => {
      await from.write((await from.read()) - amount);
      await to.write((await to.read()) + amount);
    });
  },
};

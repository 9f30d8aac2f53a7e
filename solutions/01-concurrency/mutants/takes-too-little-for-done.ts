/** Moves nothing and says nothing where there is too little. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  async transfer(from, to, amount) {
    await reference.transfer(from, to, amount).catch(() => {});
  },
};

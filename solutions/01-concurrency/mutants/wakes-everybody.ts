import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { lockThat } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex: () =>
    lockThat((line) => {
      line.held = false;
      for (const turn of line.waiting.splice(0)) turn();
    }),
};

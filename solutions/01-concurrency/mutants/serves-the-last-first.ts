import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { lockThat } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex: () =>
    lockThat((line) => {
      const next = line.waiting.pop();
      if (next) next();
      else line.held = false;
    }),
};

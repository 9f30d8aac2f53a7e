import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { lockThat } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex: () => lockThat(({ waiting }) => waiting.shift()?.()),
};

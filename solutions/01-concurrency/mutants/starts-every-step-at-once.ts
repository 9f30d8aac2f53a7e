/** A05: starts all tasks at once although each may need what the one before it has left. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  oneAfterAnother: reference.allAtOnce,
};

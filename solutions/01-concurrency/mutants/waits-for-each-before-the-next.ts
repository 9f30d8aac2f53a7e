/** Is serial where it should be concurrent: it waits for each task before it starts the next. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  allAtOnce: reference.oneAfterAnother,
};

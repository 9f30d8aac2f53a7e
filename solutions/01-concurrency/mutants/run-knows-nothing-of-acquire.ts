/** `run` and `acquire` each have a lock of their own. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex: () => ({ acquire: reference.mutex().acquire, run: reference.mutex().run }),
};

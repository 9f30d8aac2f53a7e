/** Waits for its turn where the lost update is to be seen. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  incrementUnsafely: (cell) => reference.incrementSafely(cell, own),
};

const own = reference.mutex();

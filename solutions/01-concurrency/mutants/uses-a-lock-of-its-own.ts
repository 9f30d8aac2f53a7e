/** Uses a lock that nobody else who changes the cell knows. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  incrementSafely: (cell) => reference.incrementSafely(cell, own),
};

const own = reference.mutex();

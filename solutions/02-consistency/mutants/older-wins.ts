/** The lower time wins. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  newest: (a, b) => (a.time === b.time ? reference.newest(a, b) : a.time < b.time ? a : b),
};

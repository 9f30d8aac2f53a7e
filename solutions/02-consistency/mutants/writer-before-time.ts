/** Compares writers first, and times only for one writer. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  newest: (a, b) => (a.writer === b.writer ? (a.time > b.time ? a : b) : a.writer > b.writer ? a : b),
};

/** Ties go to the smaller name: any fixed order will do. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  newest(a, b) {
    if (a.time !== b.time) return a.time > b.time ? a : b;
    return a.writer < b.writer ? a : b;
  },
};

/** OK: ties go to the greater value; it is one order of all versions, too. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  newest(a, b) {
    if (a.time !== b.time) return a.time > b.time ? a : b;
    return JSON.stringify(a.value) > JSON.stringify(b.value) ? a : b;
  },
};

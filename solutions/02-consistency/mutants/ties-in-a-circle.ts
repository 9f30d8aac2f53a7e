/** Of two equal times the value that is longer wins, or else the later arrival: no order of all versions. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  newest(a, b) {
    if (a.time !== b.time) return a.time > b.time ? a : b;
    return a.writer.length > b.writer.length ? a : b;
  },
};

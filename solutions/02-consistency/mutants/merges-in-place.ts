/** Changes the first of the two clocks. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  mergeClocks(a, b) {
    return Object.assign(a, reference.mergeClocks(a, b));
  },
};

/** Counts applied writes, repeated ones among them. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onOrdered(state, from, ordered, world) {
    if (ordered.number <= state.applied) state.applied++;
    else reference.onOrdered(state, from, ordered, world);
  },
};

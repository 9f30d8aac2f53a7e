/** C12: applies any write with a higher number, and what was skipped never. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onOrdered(state, from, ordered, world) {
    if (ordered.number > state.applied) state.applied = ordered.number - 1;
    reference.onOrdered(state, from, ordered, world);
  },
};

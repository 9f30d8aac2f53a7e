/** Applies a repeated write once more. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onOrdered(state, from, ordered, world) {
    if (ordered.number <= state.applied) state.values[ordered.write.key] = ordered.write.value;
    else reference.onOrdered(state, from, ordered, world);
  },
};

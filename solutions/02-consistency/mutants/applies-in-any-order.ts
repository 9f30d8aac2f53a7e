/** C12: applies writes as they come. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onOrdered(state, from, ordered, world) {
    state.applied = ordered.number - 1;
    reference.onOrdered(state, from, ordered, world);
  },
};

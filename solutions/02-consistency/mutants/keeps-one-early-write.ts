/** Has room for one write that comes before its turn. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onOrdered(state, from, ordered, world) {
    reference.onOrdered(state, from, ordered, world);
    state.early = state.early.slice(-1);
  },
};

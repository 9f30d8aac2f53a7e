/** The backup throws away a write that comes before its turn. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onReplicate(state, from, replicate, world) {
    reference.onReplicate(state, from, replicate, world);
    state.early = [];
  },
};

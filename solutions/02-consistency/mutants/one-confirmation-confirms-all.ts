/** A confirmation confirms everything that waits. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onReplicated(state, from, replicated, world) {
    reference.onReplicated(state, from, { ...replicated, number: Number.MAX_SAFE_INTEGER }, world);
  },
};

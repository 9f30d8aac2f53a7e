/** Takes the first request of a second client for a copy of the first client's: both count from 1. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,
  onForward(state, from, forward, world) {
    if (state.ordered.some(({ id }) => id === forward.write.id)) return;
    reference.onForward(state, from, forward, world);
  },
};

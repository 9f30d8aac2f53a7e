/** The backup applies writes as they come. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onReplicate(state, from, replicate, world) {
    if (replicate.view === state.view.number && replicate.number > state.applied) state.applied = replicate.number - 1;
    reference.onReplicate(state, from, replicate, world);
  },
};

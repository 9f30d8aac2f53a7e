/** The backup applies a repeated write once more. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onReplicate(state, from, replicate, world) {
    const isOld = replicate.number <= state.applied;
    reference.onReplicate(state, from, replicate, world);
    if (isOld && state.view.backup === state.me) state.values[replicate.key] = replicate.value;
  },
};

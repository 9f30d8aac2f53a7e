/** C11: its own entry counts deliveries, too, so that its next update is never the next one anywhere. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    reference.onUpdate(state, from, update, world);
    state.applied[state.me] = (state.applied[state.me] ?? 0) + 1;
  },
};

/** Numbers begin anew whenever nothing waits. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onPrimaryPut(state, client, put, world) {
    const { applied } = state;
    state.applied = 0;
    reference.onPrimaryPut(state, client, put, world);
    state.applied ||= applied;
  },
};

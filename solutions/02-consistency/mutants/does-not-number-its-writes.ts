/** All updates of a replica carry the same number. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalPut(state, client, put, world) {
    const counted = { ...state.applied };
    reference.onCausalPut(state, client, put, world);
    state.applied = counted;
  },
};

/** C04 in the causal register: an entry that is gone can not be newer than a write that it knew nothing of. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalPut(state, client, put, world) {
    reference.onCausalPut(state, client, put, world);
    if (state.entries[put.key]?.value === null) delete state.entries[put.key];
  },

  onUpdate(state, from, update, world) {
    reference.onUpdate(state, from, update, world);
    if (state.entries[update.key]?.value === null) delete state.entries[update.key];
  },
};

/** A write has the time of its replica’s clock, even if it replaces one that is newer by it. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onCausalPut(state, client, put, world) {
    const known = state.entries[put.key];
    delete state.entries[put.key];
    reference.onCausalPut(state, client, put, world);
    const own = state.entries[put.key];
    if (known && own) state.entries[put.key] = reference.newest(known, own);
    else if (known) state.entries[put.key] = known;
  },
};

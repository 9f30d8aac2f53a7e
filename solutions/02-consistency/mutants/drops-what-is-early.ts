/** Throws an update away that comes too early. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    reference.onUpdate(state, from, update, world);
    state.early = [];
  },
};

/** Who has waited is served with every update that comes, and its write done again. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    const { waiting } = state;
    reference.onUpdate(state, from, update, world);
    state.waiting = waiting;
  },
};

/** Each confirmation that comes confirms the oldest write, whatever it says. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onReplicated(state, from, replicated, world) {
    const [oldest] = state.pending;
    if (oldest) reference.onReplicated(state, from, { ...replicated, number: oldest.number }, world);
  },
};

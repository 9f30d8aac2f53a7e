/** Of two writes that know nothing of each other the one that comes later wins. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    const applied = state.applied[update.version.writer] ?? 0;
    reference.onUpdate(state, from, update, world);
    if ((state.applied[update.version.writer] ?? 0) > applied) state.entries[update.key] = update.version;
  },
};

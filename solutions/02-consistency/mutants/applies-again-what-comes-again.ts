/** C10: a repeated update is applied once more. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    const { writer } = update.version;
    const isOld = (update.clock[writer] ?? 0) <= (state.applied[writer] ?? 0);
    if (isOld) state.entries[update.key] = update.version;
    else reference.onUpdate(state, from, update, world);
  },
};

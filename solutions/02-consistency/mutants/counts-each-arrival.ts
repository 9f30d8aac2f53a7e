/** C10: counts updates as they are applied, and a repeated one counts again. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    const { writer } = update.version;
    const before = state.applied[writer] ?? 0;
    reference.onUpdate(state, from, update, world);
    const isOld = (update.clock[writer] ?? 0) <= before;
    if (isOld) state.applied[writer] = before + 1;
  },
};

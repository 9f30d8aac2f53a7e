/** Applies each update when it comes. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    const { writer } = update.version;
    state.applied[writer] = (update.clock[writer] ?? 0) - 1;
    reference.onUpdate(state, from, { ...update, clock: { [writer]: update.clock[writer] ?? 0 } }, world);
  },
};

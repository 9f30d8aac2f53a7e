/** C08: an update waits only for earlier ones of the same writer. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    const { writer } = update.version;
    const clock = { ...state.applied, [writer]: update.clock[writer] ?? 0 };
    reference.onUpdate(state, from, { ...update, clock }, world);
  },
};

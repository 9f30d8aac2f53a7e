/** Applies an update only where exactly as much is known as its writer knew: more will do no more. */
import type { Consistency, VectorClock } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    const others = (clock: VectorClock) => ({ ...clock, [update.version.writer]: 0 });
    const order = reference.compareClocks(others(update.clock), others(state.applied));
    const isBehind = order === 'before' || order === 'concurrent';
    if (!isBehind) reference.onUpdate(state, from, update, world);
  },
};

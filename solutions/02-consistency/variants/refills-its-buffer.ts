/** Keeps early updates sorted by what they know, repeated ones among them. */
import type { Consistency, VectorClock } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onUpdate(state, from, update, world) {
    reference.onUpdate(state, from, update, world);
    const sum = (clock: VectorClock) => Object.values(clock).reduce((all, count) => all + count, 0);
    state.early.sort((a, b) => sum(a.clock) - sum(b.clock));
  },
};

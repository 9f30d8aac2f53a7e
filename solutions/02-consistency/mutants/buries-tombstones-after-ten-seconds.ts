/** C04, later: a tombstone is forgotten when it is old, and somebody has not heard of it yet. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onGossipTimer(state, world) {
    for (const [key, { value, time }] of Object.entries(state.entries))
      if (value === null && world.now - time > 10_000) delete state.entries[key];
    reference.onGossipTimer(state, world);
  },
};

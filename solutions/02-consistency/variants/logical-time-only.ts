/** Does not look at the clock: each version counts one more than the one that it replaces. */
import type { Consistency } from '@weekend/consistency';
import { altered } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onEventualPut: (state, client, put, world) => reference.onEventualPut(state, client, put, altered(world, { now: 0 })),
  onCausalPut: (state, client, put, world) => reference.onCausalPut(state, client, put, altered(world, { now: 0 })),
  onUpdate: (state, from, update, world) => reference.onUpdate(state, from, update, altered(world, { now: 0 })),
};

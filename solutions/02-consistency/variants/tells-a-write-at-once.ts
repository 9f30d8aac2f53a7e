/** Tells of a write at once, and again with each gossip; and passes on what is news to it. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onEventualPut(state, client, put, world) {
    reference.onEventualPut(state, client, put, world);
    reference.onGossipTimer(state, world);
  },

  onGossip(state, from, gossip, world) {
    const before = JSON.stringify(state.entries);
    reference.onGossip(state, from, gossip, world);
    if (JSON.stringify(state.entries) !== before) reference.onGossipTimer(state, world);
  },
};

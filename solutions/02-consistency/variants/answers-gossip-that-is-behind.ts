/** Answers who is behind with all that it knows. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onGossip(state, from, gossip, world) {
    reference.onGossip(state, from, gossip, world);
    const isBehind = Object.entries(state.entries).some(([key, { time }]) => (gossip.entries[key]?.time ?? -1) < time);
    if (isBehind) world.send(from, { kind: 'Gossip', entries: state.entries });
  },
};

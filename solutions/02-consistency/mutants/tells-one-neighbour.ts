/** Gossips with the first of its peers, always the same one. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onGossipTimer(state, world) {
    for (const peer of state.peers.slice(0, 1)) world.send(peer, { kind: 'Gossip', entries: state.entries });
  },
};

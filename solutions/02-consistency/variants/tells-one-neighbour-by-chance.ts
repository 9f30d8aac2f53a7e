/** Gossips with one neighbour at a time, drawn anew each time. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onGossipTimer(state, world) {
    if (state.peers.length === 0) return;
    world.send(world.choose(state.peers), { kind: 'Gossip', entries: state.entries });
  },
};

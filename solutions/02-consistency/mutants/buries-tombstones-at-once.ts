/** Keeps a tombstone where the delete was made, and does not tell of it. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onGossipTimer(state, world) {
    const alive = Object.entries(state.entries).filter(([, { value }]) => value !== null);
    for (const peer of state.peers) world.send(peer, { kind: 'Gossip', entries: Object.fromEntries(alive) });
  },
};

/** Sends each key in a message of its own. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onGossipTimer(state, world) {
    for (const peer of state.peers)
      for (const [key, version] of Object.entries(state.entries))
        world.send(peer, { kind: 'Gossip', entries: { [key]: version } });
  },
};

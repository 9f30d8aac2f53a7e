/** C03: gossip carries only what this replica wrote itself; who is not linked to the writer never hears. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onGossipTimer(state, world) {
    const own = Object.entries(state.entries).filter(([, { writer }]) => writer === state.me);
    for (const peer of state.peers) world.send(peer, { kind: 'Gossip', entries: Object.fromEntries(own) });
  },
};

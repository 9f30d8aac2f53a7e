/** Puts its own name under versions that others wrote. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onGossipTimer(state, world) {
    const signed = Object.entries(state.entries).map(([key, version]) => [key, { ...version, writer: state.me }]);
    for (const peer of state.peers) world.send(peer, { kind: 'Gossip', entries: Object.fromEntries(signed) });
  },
  onGossip(state, _from, { entries }, _world) {
    for (const [key, version] of Object.entries(entries)) {
      const known = state.entries[key];
      if (!known || version.time > known.time) state.entries[key] = { ...version, writer: state.me };
    }
  },
};

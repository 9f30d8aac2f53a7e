/** A write is answered when a follower has said something after it was proposed, so a cluster of one answers nobody. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    if (state.peers.length === 0) state.kv.writes = [];
    reference.apply(state, entry, index, world);
  },
};

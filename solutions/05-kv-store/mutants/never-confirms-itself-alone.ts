/** Waits for an answer, and in a cluster of one there is none. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmTimeout(state, world) {
    if (state.peers.length > 0) reference.onConfirmTimeout(state, world);
  },
};

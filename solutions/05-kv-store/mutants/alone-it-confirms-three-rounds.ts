/** A node alone confirms itself three times, and waits for others after that (§8). */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,

  onConfirmTimeout(state, world) {
    if (state.peers.length > 0 || state.kv.round < 3) reference.onConfirmTimeout(state, world);
  },
};

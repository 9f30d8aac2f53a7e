/** Like OK23: says nothing to a leader of an older term that asks. It learns of the newer one by other ways. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmLeader(state, from, message, world) {
    if (message.term >= state.currentTerm) reference.onConfirmLeader(state, from, message, world);
  },
};

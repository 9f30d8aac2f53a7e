/** The lease begins when the answers come, however long they were on their way. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmLeaderReply(state, from, message, world) {
    state.kv.roundBegan = world.now;
    reference.onConfirmLeaderReply(state, from, message, world);
  },
};

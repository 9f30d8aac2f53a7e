/** K20: the lease outlasts the shortest election timeout. */
import { electionTimeout, type KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmLeaderReply(state, from, message, world) {
    reference.onConfirmLeaderReply(state, from, message, world);
    if (state.kv.confirmed === state.kv.round) state.kv.leaseUntil = state.kv.roundBegan + electionTimeout.max;
  },
};

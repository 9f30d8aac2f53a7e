/** Trusts clocks less than it might: its lease is half as long. */
import { electionTimeout, type KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmLeaderReply(state, from, message, world) {
    reference.onConfirmLeaderReply(state, from, message, world);
    state.kv.leaseUntil = Math.min(state.kv.leaseUntil, state.kv.roundBegan + electionTimeout.min / 2);
  },
};

/** A lease of as many heartbeats as it has sent since, which a slow timer makes long: six, not three. */
import { heartbeatInterval, type KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmLeaderReply(state, from, message, world) {
    reference.onConfirmLeaderReply(state, from, message, world);
    const { kv } = state;
    if (kv.confirmed === kv.round) kv.leaseUntil = kv.roundBegan + 4 * heartbeatInterval;
  },
};

/** Those who come while a round is under way are not asked for afterwards. */
import type { KeyValue } from '@weekend/raft';
import { altered } from '../altered.ts';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmLeaderReply(state, from, message, world) {
    reference.onConfirmLeaderReply(state, from, message, altered(world, { setTimer() {} }));
  },
};

/** Notes who has answered, and only then looks whether it was an answer to this question. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,

  onConfirmLeaderReply(state, from, message, world) {
    const { kv } = state;
    if (!kv.confirmedBy.includes(from)) kv.confirmedBy.push(from);
    reference.onConfirmLeaderReply(state, from, message, world);
  },
};

/** Does not look which round an answer belongs to. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmLeaderReply: (state, from, message, world) =>
    reference.onConfirmLeaderReply(state, from, { ...message, round: state.kv.round }, world),
};

/** Counts an answer that comes twice as two. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmLeaderReply(state, from, message, world) {
    const { length } = state.kv.confirmedBy;
    reference.onConfirmLeaderReply(state, `${from}, ${length}`, message, world);
  },
};

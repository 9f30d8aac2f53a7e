/** Does not look in which term an answer was given. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmLeaderReply: (state, from, message, world) =>
    reference.onConfirmLeaderReply(state, from, { ...message, term: state.currentTerm }, world),
};

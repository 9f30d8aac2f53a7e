/** OK26: is confirmed first, and takes the read’s index only then: what it has committed by that time. */
import { type KeyValue, lastIndex, type State, termAt } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    reference.onRequest(state, from, request, world, propose);
    for (const read of state.kv.reads) if (read.round > state.kv.round) read.readIndex = 0;
  },
  onConfirmLeaderReply(state, from, message, world) {
    fixIndexes(state);
    reference.onConfirmLeaderReply(state, from, message, world);
  },
  onConfirmTimeout(state, world) {
    fixIndexes(state);
    reference.onConfirmTimeout(state, world);
    fixIndexes(state);
  },
};

function fixIndexes({ log, commitIndex, currentTerm, kv }: State): void {
  const knowsCommitted = termAt(log, commitIndex) === currentTerm;
  for (const read of kv.reads) read.readIndex = Math.max(read.readIndex, knowsCommitted ? commitIndex : lastIndex(log));
}

/** One confirmed round answers one read, and the others wait for the next read to come. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmLeaderReply(state, from, message, world) {
    const waiting = state.kv.reads.slice(1);
    state.kv.reads.length = Math.min(1, state.kv.reads.length);
    reference.onConfirmLeaderReply(state, from, message, world);
    state.kv.reads.push(...waiting);
  },
};

/** Takes the first answer for a majority. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmLeaderReply(state, from, message, world) {
    for (const peer of [from, ...state.peers]) reference.onConfirmLeaderReply(state, peer, message, world);
  },
};

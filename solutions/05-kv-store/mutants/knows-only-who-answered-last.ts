/** Notices a copy only right after the original: two nodes by turns count again and again. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,

  onConfirmLeaderReply(state, from, message, world) {
    const { confirmedBy } = state.kv;
    const again = confirmedBy.includes(from) && confirmedBy.at(-1)?.split(',')[0] !== from;
    reference.onConfirmLeaderReply(state, again ? `${from},${confirmedBy.length}` : from, message, world);
  },
};

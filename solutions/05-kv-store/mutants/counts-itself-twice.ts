/** K18: floor(n/2) nodes with itself are enough: of three, it alone. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmTimeout(state, world) {
    reference.onConfirmTimeout(state, world);
    const reply = { kind: 'ConfirmLeaderReply', term: state.currentTerm, round: state.kv.round } as const;
    reference.onConfirmLeaderReply(state, state.me, reply, world);
  },
};

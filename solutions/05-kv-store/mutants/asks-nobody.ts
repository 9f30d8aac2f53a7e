/** K14: waits until its commitIndex is applied, and asks nobody whether it still leads (§8). */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onConfirmTimeout(state, world) {
    reference.onConfirmTimeout(state, world);
    const { term, round } = { term: state.currentTerm, round: state.kv.round };
    for (const peer of state.peers)
      reference.onConfirmLeaderReply(state, peer, { kind: 'ConfirmLeaderReply', term, round }, world);
  },
};

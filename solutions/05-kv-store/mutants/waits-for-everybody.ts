/** All have to answer, so that one that is down stops all reads. */
import type { Address } from '@weekend/protocol';
import type { KeyValue, KvState } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

interface Patient extends KvState {
  answered?: { round: number; by: Address[] };
}

export const kvStore: KeyValue = {
  ...reference,
  onConfirmLeaderReply(state, from, message, world) {
    const kv: Patient = state.kv;
    if (kv.answered?.round !== message.round) kv.answered = { round: message.round, by: [] };
    const { by } = kv.answered;
    if (!by.includes(from)) by.push(from);
    if (by.length < state.peers.length) return;
    for (const each of by) reference.onConfirmLeaderReply(state, each, message, world);
  },
};

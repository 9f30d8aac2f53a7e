/** Takes note of a request when it proposes it: if the entry is lost, the client that asks again is told that it was done. */
import { type KeyValue, sorted } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const { session: key, seq } = request.id;
    const isRead = request.ask.kind === 'get' || request.ask.kind === 'list';
    const { sessions } = state.kv.machine;
    if (!isRead && key !== null && (sorted.find(sessions, key)?.seq ?? 0) < seq) {
      const answer = { kind: 'written', done: true, index: state.log.length + 1 } as const;
      sorted.put(sessions, { key, seq, answer, usedAt: state.lastApplied });
    }
    reference.onRequest(state, from, request, world, propose);
  },
};

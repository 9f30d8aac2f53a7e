/** K11: says that a write is done when it has appended it (§5.3). */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const before = state.kv.writes.length;
    reference.onRequest(state, from, request, world, propose);
    const waiting = state.kv.writes[before];
    if (waiting === undefined) return;
    state.kv.writes.pop();
    const answer = { kind: 'written', done: true, index: waiting.index } as const;
    world.send(from, { kind: 'Reply', id: request.id, answer });
  },
};

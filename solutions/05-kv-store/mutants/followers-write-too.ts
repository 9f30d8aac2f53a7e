/** A follower applies a write to its own machine and says that it is done (R24). */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const { ask, id } = request;
    const isRead = ask.kind === 'get' || ask.kind === 'list';
    if (isRead || state.role.kind === 'leader') return reference.onRequest(state, from, request, world, propose);
    const index = state.lastApplied + 1;
    const entry = { term: state.currentTerm, command: { kind: 'write', id, write: ask } } as const;
    state.kv.writes.push({ index, term: state.currentTerm, from, id });
    reference.apply(state, entry, index, world);
  },
};

/** Whoever wins an election takes that for a lease, and answers at once. */
import { type KeyValue, termAt } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const { ask } = request;
    const isNew = state.role.kind === 'leader' && termAt(state.log, state.commitIndex) !== state.currentTerm;
    const byLease = ask.kind === 'get' && ask.mode === 'default' && isNew;
    reference.onRequest(
      state,
      from,
      byLease ? { ...request, ask: { ...ask, mode: 'stale' } } : request,
      world,
      propose,
    );
  },
};

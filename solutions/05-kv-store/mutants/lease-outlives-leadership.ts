/** Answers default reads by a lease that it had as a leader. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const { ask } = request;
    const byLease = ask.kind === 'get' && ask.mode === 'default' && world.now < state.kv.leaseUntil;
    reference.onRequest(
      state,
      from,
      byLease ? { ...request, ask: { ...ask, mode: 'stale' } } : request,
      world,
      propose,
    );
  },
  onDeposed(state, world) {
    const { leaseUntil } = state.kv;
    reference.onDeposed(state, world);
    state.kv.leaseUntil = leaseUntil;
  },
};

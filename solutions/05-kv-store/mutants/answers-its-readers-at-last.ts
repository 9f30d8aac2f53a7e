/** Answers those who wait for a confirmation when it learns that there will be none. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onDeposed(state, world) {
    for (const { from, id, read } of state.kv.reads)
      reference.onRequest(state, from, { kind: 'Request', id, ask: { ...read, mode: 'stale' } }, world, () => null);
    state.kv.reads = [];
    reference.onDeposed(state, world);
  },
};

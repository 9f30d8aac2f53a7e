/** K13: a leader that was confirmed once answers default reads for as long as it believes to lead. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    if (state.kv.leaseUntil > 0) state.kv.leaseUntil = world.now + 1;
    reference.onRequest(state, from, request, world, propose);
  },
};

/** Tells writers that it leads no more, and leaves readers waiting. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onDeposed(state, world) {
    state.kv.reads = [];
    reference.onDeposed(state, world);
  },
};

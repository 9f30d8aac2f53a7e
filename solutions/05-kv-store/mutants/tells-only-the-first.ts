/** One who waits is told, the others are forgotten. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onDeposed(state, world) {
    state.kv.writes.length = Math.min(1, state.kv.writes.length);
    reference.onDeposed(state, world);
  },
};

/** A round that was under way when it lost its leadership is under way for ever. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onDeposed(state, world) {
    const { confirmed } = state.kv;
    reference.onDeposed(state, world);
    state.kv.confirmed = confirmed;
  },
};

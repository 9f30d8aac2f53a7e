/** Rounds only have to grow. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onElected(state, world, propose) {
    state.kv.round += 1000;
    state.kv.confirmed = state.kv.round;
    reference.onElected(state, world, propose);
  },
};

/** Writes an entry of its own only where its log is empty. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onElected(state, world, propose) {
    if (state.log.length === 0) reference.onElected(state, world, propose);
  },
};

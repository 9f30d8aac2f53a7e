/** OK04: a new leader whose whole log is committed knows all that there is to know, and appends nothing of its own. */
import { type KeyValue, lastIndex } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,

  onElected(state, world, propose) {
    if (state.commitIndex === 0 || state.commitIndex < lastIndex(state.log)) reference.onElected(state, world, propose);
  },
};

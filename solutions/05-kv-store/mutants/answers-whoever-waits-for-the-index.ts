/** K09: forgets nobody, and gives what is applied at an index to who waits there, whatever the term. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onDeposed(state, world) {
    const { writes } = state.kv;
    state.kv.writes = [];
    reference.onDeposed(state, world);
    state.kv.writes = writes;
  },
  apply(state, entry, index, world) {
    const waiting = state.kv.writes.filter((each) => each.index === index);
    state.kv.writes = state.kv.writes.filter((each) => each.index !== index);
    for (const { from, id } of waiting) {
      state.kv.writes.unshift({ index, term: entry.term, from, id });
      break;
    }
    reference.apply(state, entry, index, world);
  },
};

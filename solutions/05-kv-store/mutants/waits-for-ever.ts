/** K10: those who wait go on waiting, until an entry of the same term comes, which never does. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onDeposed(state, world) {
    reference.onDeposed({ ...state, kv: { ...state.kv, writes: [] } }, world);
  },
  apply(state, entry, index, world) {
    state.kv.writes = state.kv.writes.filter((each) => each.index > index || each.term === entry.term);
    reference.apply(state, entry, index, world);
  },
};

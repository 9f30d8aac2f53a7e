/** Finds who waits by the id of the command, and those who gave no session all have the same. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,

  apply(state, entry, index, world) {
    const { command, term } = entry;
    const waits = state.kv.writes.find(
      ({ id }) => command.kind === 'write' && id.session === command.id.session && id.seq === command.id.seq,
    );
    if (waits) {
      state.kv.writes = [{ ...waits, index, term }, ...state.kv.writes.filter((each) => each !== waits)];
    }
    reference.apply(state, entry, index, world);
  },
};

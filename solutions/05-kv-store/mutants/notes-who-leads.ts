/** Writes into the machine whether it was the leader that applied. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    reference.apply(state, entry, index, world);
    if (state.role.kind === 'leader') state.kv.machine.changedAt = index;
  },
};

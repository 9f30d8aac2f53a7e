/** Notes its commitIndex with each session, which is further on one node than on another. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    reference.apply(state, entry, index, world);
    for (const session of state.kv.machine.sessions) if (session.usedAt === index) session.usedAt = state.commitIndex;
  },
};

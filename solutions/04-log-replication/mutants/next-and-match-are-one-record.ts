/** nextIndex and matchIndex are the same object (Figure 2, Volatile state on leaders). */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onElected(state, world) {
    if (state.role.kind === 'leader') state.role.matchIndex = state.role.nextIndex;
    reference.onElected(state, world);
  },
};

/** Looks at commitIndex when an answer comes: in a cluster of one none does (§5.3). */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onCommand(state, command, world) {
    const { commitIndex } = state;
    const index = reference.onCommand(state, command, world);
    state.commitIndex = commitIndex;
    return index;
  },
};

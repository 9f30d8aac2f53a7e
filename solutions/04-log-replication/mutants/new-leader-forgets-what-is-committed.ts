/** Begins its leadership with commitIndex 0 (§5.3). */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onElected(state, world) {
    state.commitIndex = 0;
    reference.onElected(state, world);
  },
};

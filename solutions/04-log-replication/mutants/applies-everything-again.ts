/** Every new leader has its whole log applied once more (Figure 2, Rules for All Servers). */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onElected(state, world) {
    state.lastApplied = 0;
    reference.onElected(state, world);
  },
};

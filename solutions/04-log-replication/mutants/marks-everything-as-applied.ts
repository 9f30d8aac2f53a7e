/** R35: sets lastApplied itself, so that raftNode applies only the last of several entries (Figure 2, Rules for All Servers). The nearest mistake to "apply(log[commitIndex])" that this stage can make. */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntries(state, from, message, world) {
    const before = state.commitIndex;
    reference.onAppendEntries(state, from, message, world);
    if (state.commitIndex > before) state.lastApplied = state.commitIndex - 1;
  },
};

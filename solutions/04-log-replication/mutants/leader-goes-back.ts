/** Sets commitIndex to what a majority acknowledges now, also if that is less than before (§5.3). */
import type { Replication } from '@weekend/raft';
import { heldBy, majority } from '../altered.ts';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntriesReply(state, from, message, world) {
    if (state.role.kind === 'leader' && message.success && message.term === state.currentTerm) {
      state.role.matchIndex[from] = 0;
      reference.onAppendEntriesReply(state, from, message, world);
      state.commitIndex = heldBy(state, state.role, majority(state)) || state.commitIndex;
    } else reference.onAppendEntriesReply(state, from, message, world);
  },
};

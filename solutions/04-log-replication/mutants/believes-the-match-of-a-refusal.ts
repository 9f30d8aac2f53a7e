/** Reads matchIndex where the answer is no (§5.3). */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntriesReply(state, from, message, world) {
    reference.onAppendEntriesReply(state, from, message, world);
    if (state.role.kind === 'leader' && !message.success) state.role.nextIndex[from] = message.matchIndex + 1;
  },
};

/** Cannot go back for a follower that says no and not why (§5.3). */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntriesReply(state, from, message, world) {
    if (message.success || message.conflict) reference.onAppendEntriesReply(state, from, message, world);
  },
};

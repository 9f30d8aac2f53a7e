/** Every answer of a follower acknowledges what was sent last (§5.3). */
import { lastIndex, type Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntriesReply(state, from, message, world) {
    reference.onAppendEntriesReply(state, from, message, world);
    if (state.role.kind !== 'leader' || message.success || message.term !== state.currentTerm) return;
    reference.onAppendEntriesReply(state, from, { ...message, success: true, matchIndex: lastIndex(state.log) }, world);
  },
};

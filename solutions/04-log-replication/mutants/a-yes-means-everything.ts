/** R17: a success acknowledges all that the leader has by then (§5.3). */
import { lastIndex, type Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntriesReply(state, from, message, world) {
    const matchIndex = message.success ? lastIndex(state.log) : 0;
    reference.onAppendEntriesReply(state, from, { ...message, matchIndex }, world);
  },
};

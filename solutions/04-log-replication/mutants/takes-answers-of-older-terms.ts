/** An answer to its earlier leadership counts in this one (§5.1, §5.3). */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntriesReply(state, from, message, world) {
    reference.onAppendEntriesReply(state, from, { ...message, term: state.currentTerm }, world);
  },
};

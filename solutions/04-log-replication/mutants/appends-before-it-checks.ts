/** Puts the entries into its log and then looks whether what precedes them is the leader's (§5.3). */
import { type Replication, replaceAfter } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntries(state, from, message, world) {
    const { prevLogIndex, entries } = message;
    if (message.term === state.currentTerm && entries.length > 0)
      world.save({ log: replaceAfter(state.log, prevLogIndex, entries) });
    reference.onAppendEntries(state, from, message, world);
  },
};

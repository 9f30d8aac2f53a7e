/** Where the logs differ at one place it lets go of all it has (§5.3). */
import type { Replication } from '@weekend/raft';
import { replaceAfter, termAt } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntries(state, from, message, world) {
    const differs = termAt(state.log, message.prevLogIndex) !== message.prevLogTerm;
    if (differs && message.term === state.currentTerm) world.save({ log: replaceAfter(state.log, 0, []) });
    reference.onAppendEntries(state, from, message, world);
  },
};

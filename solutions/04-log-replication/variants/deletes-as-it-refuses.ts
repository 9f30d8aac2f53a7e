/** OK08: an entry at prevLogIndex of another term is deleted as soon as it is found. */
import { lastIndex, type Replication, replaceAfter, termAt } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntries(state, from, message, world) {
    const { term, prevLogIndex, prevLogTerm } = message;
    const conflicts = prevLogIndex <= lastIndex(state.log) && termAt(state.log, prevLogIndex) !== prevLogTerm;
    reference.onAppendEntries(state, from, message, world);
    if (conflicts && term === state.currentTerm) world.save({ log: replaceAfter(state.log, prevLogIndex - 1, []) });
  },
};

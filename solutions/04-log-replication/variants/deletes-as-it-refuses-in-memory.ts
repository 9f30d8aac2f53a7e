/** OK08, without saving it: after a crash the entry is there again. */
import { lastIndex, type Replication, replaceAfter, termAt } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntries(state, from, message, world) {
    const { term, prevLogIndex, prevLogTerm } = message;
    const conflicts = prevLogIndex <= lastIndex(state.log) && termAt(state.log, prevLogIndex) !== prevLogTerm;
    reference.onAppendEntries(state, from, message, world);
    if (conflicts && term === state.currentTerm) replaceAfter(state.log, prevLogIndex - 1, []);
  },
};

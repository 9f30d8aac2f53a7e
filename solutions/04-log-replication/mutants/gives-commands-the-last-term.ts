/** A command gets the term of the entry before it, not the leader’s own (§5.3). */
import { lastIndex, lastTerm, type Replication, replaceAfter } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onCommand(state, command, world) {
    if (state.role.kind !== 'leader') return null;
    const entry = { term: lastTerm(state.log) || state.currentTerm, command };
    world.save({ log: replaceAfter(state.log, lastIndex(state.log), [entry]) });
    return lastIndex(state.log);
  },
};

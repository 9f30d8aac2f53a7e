/** R24, for candidates: it is not the leader yet (§5.3). */
import { lastIndex, type Replication, replaceAfter } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onCommand(state, command, world) {
    if (state.role.kind !== 'candidate') return reference.onCommand(state, command, world);
    world.save({ log: replaceAfter(state.log, lastIndex(state.log), [{ term: state.currentTerm, command }]) });
    return lastIndex(state.log);
  },
};

/** R24: a follower appends what a client asks for to its own log, in its own term (§5.3). */
import { lastIndex, type Replication, replaceAfter } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onCommand(state, command, world) {
    if (state.role.kind === 'leader') return reference.onCommand(state, command, world);
    world.save({ log: replaceAfter(state.log, lastIndex(state.log), [{ term: state.currentTerm, command }]) });
    return lastIndex(state.log);
  },
};

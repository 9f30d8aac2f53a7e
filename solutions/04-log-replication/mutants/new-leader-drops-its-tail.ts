/** R23: a new leader lets go of what it does not know to be committed (§5.3, Leader Append-Only). */
import { type Replication, replaceAfter } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onElected(state, world) {
    world.save({ log: replaceAfter(state.log, state.commitIndex, []) });
    reference.onElected(state, world);
  },
};

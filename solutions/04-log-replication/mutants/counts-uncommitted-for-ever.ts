/** R41: takes no more than thirty uncommitted commands, and those that are overwritten count for ever. */
import type { Replication, State } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

interface Counting extends State {
  taken?: number;
  committedOfThose?: number;
}

export const logReplication: Replication = {
  ...reference,

  onCommand(state: Counting, command, world) {
    if ((state.taken ?? 0) - (state.committedOfThose ?? 0) >= 30) return null;
    const index = reference.onCommand(state, command, world);
    if (index !== null) state.taken = (state.taken ?? 0) + 1;
    return index;
  },

  onAppendEntriesReply(state: Counting, from, message, world) {
    const { commitIndex } = state;
    reference.onAppendEntriesReply(state, from, message, world);
    state.committedOfThose = (state.committedOfThose ?? 0) + state.commitIndex - commitIndex;
  },
};

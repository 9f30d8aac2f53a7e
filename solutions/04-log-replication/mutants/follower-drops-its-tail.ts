/** R23: whoever hears of a new leader lets go of what it does not know to be committed (§5.3). */
import { type Replication, replaceAfter, type State, type Term } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

interface Following extends State {
  followed?: Term;
}

export const logReplication: Replication = {
  ...reference,

  onAppendEntries(state: Following, from, message, world) {
    const isNew = message.term === state.currentTerm && state.followed !== message.term;
    if (isNew) world.save({ log: replaceAfter(state.log, state.commitIndex, []) });
    state.followed = message.term;
    reference.onAppendEntries(state, from, message, world);
  },
};

/** OK23: a message of an older term is not answered. */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntries(state, from, message, world) {
    if (message.term === state.currentTerm) reference.onAppendEntries(state, from, message, world);
  },
};

/** What followers had acknowledged to its last leadership counts in this one (Figure 2, Volatile state on leaders). */
import type { Index, Replication, State } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

interface Remembering extends State {
  remembered?: Record<string, Index>;
}

export const logReplication: Replication = {
  ...reference,

  onElected(state: Remembering, world) {
    reference.onElected(state, world);
    if (state.role.kind === 'leader') state.role.matchIndex = { ...state.role.matchIndex, ...state.remembered };
  },

  onAppendEntriesReply(state: Remembering, from, message, world) {
    reference.onAppendEntriesReply(state, from, message, world);
    if (state.role.kind === 'leader') state.remembered = { ...state.role.matchIndex };
  },
};

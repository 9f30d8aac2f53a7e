/** nextIndex is one number for all followers (Figure 2, Volatile state on leaders). */
import { lastIndex, type Replication } from '@weekend/raft';
import { plainLeader } from '../plain-leader.ts';

export const logReplication: Replication = {
  ...plainLeader,

  onAppendEntriesReply(state, from, message, world) {
    plainLeader.onAppendEntriesReply(state, from, message, world);
    if (state.role.kind !== 'leader') return;
    for (const peer of state.peers) state.role.nextIndex[peer] = state.role.nextIndex[from] ?? lastIndex(state.log) + 1;
  },
};

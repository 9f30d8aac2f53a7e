/** Its steps back grow, and end at a place above the first entry (§5.3, end). */
import { type Index, lastIndex, type Replication } from '@weekend/raft';
import { plainLeader } from '../plain-leader.ts';

export const logReplication: Replication = {
  ...plainLeader,

  onAppendEntriesReply(state, from, message, world) {
    plainLeader.onAppendEntriesReply(state, from, message, world);
    if (state.role.kind !== 'leader' || message.success || lastIndex(state.log) < 1000) return;
    const { nextIndex } = state.role;
    nextIndex[from] = Math.max(100, Math.floor((nextIndex[from] as Index) / 2));
  },
};

/** R31: refusals that come late take nextIndex back, and only a match that grows takes it forward again: the same is sent for ever (§5.3). */
import type { Index, Replication } from '@weekend/raft';
import { plainLeader } from '../plain-leader.ts';

export const logReplication: Replication = {
  ...plainLeader,

  onAppendEntriesReply(state, from, message, world) {
    if (state.role.kind !== 'leader' || message.term !== state.currentTerm) return;
    const { nextIndex, matchIndex } = state.role;
    if (message.success && message.matchIndex <= (matchIndex[from] as Index) && message.matchIndex > 0) return;
    if (message.success) plainLeader.onAppendEntriesReply(state, from, message, world);
    else nextIndex[from] = Math.max(1, (nextIndex[from] as Index) - 1);
  },
};

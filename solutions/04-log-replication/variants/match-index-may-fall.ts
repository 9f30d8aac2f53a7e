/** OK11: a late answer takes matchIndex back; commitIndex stays. */
import type { Replication } from '@weekend/raft';
import { heldBy, majority } from '../altered.ts';
import { plainLeader } from '../plain-leader.ts';

export const logReplication: Replication = {
  ...plainLeader,

  onAppendEntriesReply(state, from, message, world) {
    if (state.role.kind !== 'leader' || message.term !== state.currentTerm) return;
    if (!message.success) return plainLeader.onAppendEntriesReply(state, from, message, world);
    state.role.matchIndex[from] = message.matchIndex;
    state.role.nextIndex[from] = message.matchIndex + 1;
    state.commitIndex = Math.max(state.commitIndex, heldBy(state, state.role, majority(state)));
    return undefined;
  },
};

/** OK06: looks for the place where the logs agree by halving, between what is known to match and what is not. */
import { type Index, lastIndex, type Replication } from '@weekend/raft';
import { plainLeader } from '../plain-leader.ts';

export const logReplication: Replication = {
  ...plainLeader,

  onAppendEntriesReply(state, from, message, world) {
    if (state.role.kind !== 'leader' || message.term !== state.currentTerm) return;
    if (message.success) return plainLeader.onAppendEntriesReply(state, from, message, world);
    const { nextIndex, matchIndex } = state.role;
    const low = (matchIndex[from] as Index) + 1;
    const high = Math.min(nextIndex[from] as Index, lastIndex(state.log) + 1);
    nextIndex[from] = Math.max(low, Math.floor((low + high) / 2) - (high - low < 2 ? 1 : 0));
    plainLeader.sendEntries(state, from, world);
    return undefined;
  },
};

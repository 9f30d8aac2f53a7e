/** OK12: every refusal takes nextIndex back, also one that was overtaken. */
import type { Index, Replication } from '@weekend/raft';
import { plainLeader } from '../plain-leader.ts';

export const logReplication: Replication = {
  ...plainLeader,

  onAppendEntriesReply(state, from, message, world) {
    if (state.role.kind !== 'leader' || message.term !== state.currentTerm) return;
    const before = state.role.nextIndex[from] as Index;
    plainLeader.onAppendEntriesReply(state, from, message, world);
    if (!message.success) state.role.nextIndex[from] = Math.max(1, before - 1);
  },
};

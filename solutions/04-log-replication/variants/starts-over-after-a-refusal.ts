/** OK06, OK12: after a refusal everything is sent from the first entry. */
import type { Replication } from '@weekend/raft';
import { plainLeader } from '../plain-leader.ts';

export const logReplication: Replication = {
  ...plainLeader,

  onAppendEntriesReply(state, from, message, world) {
    plainLeader.onAppendEntriesReply(state, from, message, world);
    const isNews = state.role.kind === 'leader' && !message.success && message.term === state.currentTerm;
    if (state.role.kind === 'leader' && isNews) state.role.nextIndex[from] = 1;
  },
};

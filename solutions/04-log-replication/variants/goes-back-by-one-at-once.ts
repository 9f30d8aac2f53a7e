/** OK06: back by one, and asks again at once, not with the next heartbeat. */
import type { Replication } from '@weekend/raft';
import { plainLeader } from '../plain-leader.ts';

export const logReplication: Replication = {
  ...plainLeader,

  onAppendEntriesReply(state, from, message, world) {
    plainLeader.onAppendEntriesReply(state, from, message, world);
    if (!message.success && message.term === state.currentTerm) plainLeader.sendEntries(state, from, world);
  },
};

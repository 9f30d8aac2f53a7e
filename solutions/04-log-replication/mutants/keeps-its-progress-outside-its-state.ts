/** nextIndex is a variable of the file: all leaders of a process share it (the contract of a protocol). */
import { lastIndex, type Replication } from '@weekend/raft';
import { plainLeader } from '../plain-leader.ts';

const next: Record<string, number> = {};

export const logReplication: Replication = {
  ...plainLeader,

  onElected(state, world) {
    plainLeader.onElected(state, world);
    for (const peer of state.peers) next[peer] = lastIndex(state.log) + 1;
  },

  sendEntries(state, peer, world) {
    if (state.role.kind === 'leader') state.role.nextIndex[peer] = Math.min(next[peer] ?? 1, lastIndex(state.log) + 1);
    plainLeader.sendEntries(state, peer, world);
  },

  onAppendEntriesReply(state, from, message, world) {
    plainLeader.onAppendEntriesReply(state, from, message, world);
    if (state.role.kind === 'leader') next[from] = state.role.nextIndex[from] ?? 1;
  },
};

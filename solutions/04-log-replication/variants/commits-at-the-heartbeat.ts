/** OK34: looks at what is committed when it sends, not when it is answered. */
import type { Replication } from '@weekend/raft';
import { heldBy, majority } from '../altered.ts';
import { plainLeader } from '../plain-leader.ts';

export const logReplication: Replication = {
  ...plainLeader,

  sendEntries(state, peer, world) {
    if (state.role.kind === 'leader')
      state.commitIndex = Math.max(state.commitIndex, heldBy(state, state.role, majority(state)));
    plainLeader.sendEntries(state, peer, world);
  },

  onAppendEntriesReply(state, from, message, world) {
    const { commitIndex } = state;
    plainLeader.onAppendEntriesReply(state, from, message, world);
    state.commitIndex = commitIndex;
  },
};

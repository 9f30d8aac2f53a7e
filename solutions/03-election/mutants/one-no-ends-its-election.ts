/** Steps down as soon as one node refuses it (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVoteReply(state, from, message, world) {
    reference.onRequestVoteReply(state, from, message, world);
    if (state.role.kind === 'candidate' && message.term === state.currentTerm && !message.voteGranted)
      state.role = { kind: 'follower', leader: null };
  },
};

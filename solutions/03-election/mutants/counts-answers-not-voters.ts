/** E11: a vote whose message comes twice counts twice (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVoteReply(state, from, message, world) {
    if (state.role.kind === 'candidate' && message.term === state.currentTerm && message.voteGranted)
      state.role.votes.push(from);
    reference.onRequestVoteReply(state, from, message, world);
  },
};

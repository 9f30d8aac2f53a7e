/** Notices a copy only right after the original: two voters by turns count again and again (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVoteReply(state, from, message, world) {
    const counts = state.role.kind === 'candidate' && message.term === state.currentTerm && message.voteGranted;
    if (counts && state.role.kind === 'candidate' && state.role.votes.at(-1) !== from) state.role.votes.push(from);
    reference.onRequestVoteReply(state, from, message, world);
  },
};

/** Gives its vote to A as well once it has voted for a (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    const isIts = state.votedFor?.toLowerCase() === from.toLowerCase();
    if (isIts && message.term === state.currentTerm) state.votedFor = from;
    reference.onRequestVote(state, from, message, world);
  },
};

/** E41: refuses the candidate that has its vote already and asks again (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    const again = message.term === state.currentTerm && state.votedFor === from;
    reference.onRequestVote(state, from, again ? { ...message, lastLogTerm: -1 } : message, world);
  },
};

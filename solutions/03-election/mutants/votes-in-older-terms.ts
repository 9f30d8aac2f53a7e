/** Votes for a candidate whose term is over (Figure 2, RequestVote receiver 1). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    reference.onRequestVote(state, from, { ...message, term: state.currentTerm }, world);
  },
};

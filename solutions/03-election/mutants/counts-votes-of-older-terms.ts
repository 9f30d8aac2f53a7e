/** E10: a vote that comes late counts in the election of another term (§5.1). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVoteReply(state, from, message, world) {
    reference.onRequestVoteReply(state, from, { ...message, term: state.currentTerm }, world);
  },
};

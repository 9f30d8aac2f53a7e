/** Notes a candidate as its vote even where it refuses it for its log (§5.2, §5.4.1). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    reference.onRequestVote(state, from, message, world);
    if (message.term === state.currentTerm) state.votedFor ??= from;
  },
};

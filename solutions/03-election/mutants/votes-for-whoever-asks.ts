/** E01: looks at the log and not at its vote: a second candidate of the same term gets one, too (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    state.votedFor = null;
    reference.onRequestVote(state, from, message, world);
  },
};

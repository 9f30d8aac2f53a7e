/** Changes its vote if a candidate with a smaller name asks (§5.2: first come, first served). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    if (state.votedFor !== null && from < state.votedFor) state.votedFor = null;
    reference.onRequestVote(state, from, message, world);
  },
};

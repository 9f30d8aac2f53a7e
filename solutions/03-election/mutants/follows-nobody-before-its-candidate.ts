/** Hears no leader whose name comes before that of whom it voted for (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    if (state.votedFor !== null && leader < state.votedFor) return;
    reference.onLeaderHeard(state, leader, term, world);
  },
};

/** E07: every heartbeat frees the vote of a term that has not ended (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    reference.onLeaderHeard(state, leader, term, world);
    if (term < state.currentTerm) return;
    state.votedFor = null;
    world.save({ votedFor: null });
  },
};

/** OK10: a candidate that yields to the leader of its own term frees its vote. It was in no winner's majority. */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    const yields = state.role.kind === 'candidate' && term === state.currentTerm;
    reference.onLeaderHeard(state, leader, term, world);
    if (!yields) return;
    state.votedFor = null;
    world.save({ votedFor: null });
  },
};

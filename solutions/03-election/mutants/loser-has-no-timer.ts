/** Stops its timer when it yields to a leader (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    reference.onLeaderHeard(state, leader, term, world);
    if (state.role.kind === 'follower' && term === state.currentTerm) world.clearTimer('election');
  },
};

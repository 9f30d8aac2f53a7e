/** Where it knows of no leader, it takes one of an older term (§5.1). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    if (state.role.kind === 'follower' && term < state.currentTerm) state.role.leader ??= leader;
    reference.onLeaderHeard(state, leader, term, world);
  },
};

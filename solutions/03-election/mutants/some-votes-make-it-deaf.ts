/** A candidate that has a vote besides its own no longer hears the winner of its term (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    const hopes = state.role.kind === 'candidate' && state.role.votes.length > 1;
    if (!hopes || term > state.currentTerm) reference.onLeaderHeard(state, leader, term, world);
  },
};

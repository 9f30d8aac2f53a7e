/** E30: a candidate ignores the winner of its own term (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    if (state.role.kind !== 'candidate' || term > state.currentTerm)
      reference.onLeaderHeard(state, leader, term, world);
  },
};

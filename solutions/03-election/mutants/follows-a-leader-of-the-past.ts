/** Does not look at the term of the leader (§5.1). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, _term, world) {
    reference.onLeaderHeard(state, leader, state.currentTerm, world);
  },
};

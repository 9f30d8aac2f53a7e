/** E25: sets its timer before it looks at the term of the leader (§5.2). */
import { type Election, electionTimeout } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    if (state.role.kind !== 'leader') world.setTimer('election', electionTimeout.min, electionTimeout.max);
    reference.onLeaderHeard(state, leader, term, world);
  },
};

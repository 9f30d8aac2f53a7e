/** Once it has heard a leader, it never stands (§5.2). */
import { type Election, electionTimeout } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    if (state.role.kind === 'follower' && state.role.leader !== null)
      world.setTimer('election', electionTimeout.min, electionTimeout.max);
    else reference.onElectionTimeout(state, world);
  },
};

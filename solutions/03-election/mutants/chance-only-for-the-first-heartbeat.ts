/** E28: draws when a leader is new, and waits equally long after each heartbeat that follows (§5.2). */
import { type Election, electionTimeout } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    const known = state.role.kind === 'follower' && state.role.leader === leader;
    reference.onLeaderHeard(state, leader, term, world);
    if (known && term === state.currentTerm) world.setTimer('election', electionTimeout.max);
  },
};

/** Follows, and does not note whom (state.role.leader). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    reference.onLeaderHeard(state, leader, term, world);
    if (state.role.kind === 'follower') state.role.leader = null;
  },
};

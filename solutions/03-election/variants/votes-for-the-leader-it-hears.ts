/** OK09: sets votedFor to the leader that it hears. The leader has won this term; no other vote in it can matter. */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    reference.onLeaderHeard(state, leader, term, world);
    if (term !== state.currentTerm) return;
    state.votedFor = leader;
    world.save({ votedFor: leader });
  },
};

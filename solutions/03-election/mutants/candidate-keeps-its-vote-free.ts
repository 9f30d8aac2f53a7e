/** E06: a candidate counts its own vote and does not note it, so a rival gets it as well (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    reference.onElectionTimeout(state, world);
    state.votedFor = null;
    world.save({ votedFor: null });
  },
};

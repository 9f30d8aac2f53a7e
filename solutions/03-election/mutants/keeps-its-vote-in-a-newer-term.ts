/** E09: takes over the newer term and keeps the vote of the old one (§5.1). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onNewerTerm(state, term, world) {
    const { votedFor } = state;
    reference.onNewerTerm(state, term, world);
    state.votedFor = votedFor;
    world.save({ votedFor });
  },
};

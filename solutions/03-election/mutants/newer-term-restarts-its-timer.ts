/** Every newer term buys time, also that of a candidate that cannot win (§5.2). */
import { type Election, electionTimeout } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onNewerTerm(state, term, world) {
    reference.onNewerTerm(state, term, world);
    world.setTimer('election', electionTimeout.min, electionTimeout.max);
  },
};

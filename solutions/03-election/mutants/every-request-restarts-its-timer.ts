/** E24: a candidate that cannot win keeps everybody else from standing (§5.2). */
import { type Election, electionTimeout } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    reference.onRequestVote(state, from, message, world);
    world.setTimer('election', electionTimeout.min, electionTimeout.max);
  },
};

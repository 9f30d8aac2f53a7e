/** A candidate waits anew whenever it hears a yes, also one that it has counted (§5.2). */
import { type Election, electionTimeout } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVoteReply(state, from, message, world) {
    if (state.role.kind === 'candidate' && message.voteGranted)
      world.setTimer('election', electionTimeout.min, electionTimeout.max);
    reference.onRequestVoteReply(state, from, message, world);
  },
};

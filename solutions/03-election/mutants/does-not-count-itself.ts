/** Votes for itself and does not count it (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    reference.onElectionTimeout(state, world);
    if (state.role.kind === 'candidate') state.role.votes = [];
  },
};

/** Counts its own vote when it stands, and once more with the first answer (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    reference.onElectionTimeout(state, world);
    if (state.role.kind === 'candidate') state.role.votes.push(state.me);
  },
};

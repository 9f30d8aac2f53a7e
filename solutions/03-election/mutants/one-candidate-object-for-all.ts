/** All nodes of the process use the same object for their role. */
import type { Candidate, Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

const candidate: Candidate = { kind: 'candidate', votes: [] };

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    reference.onElectionTimeout(state, world);
    if (state.role.kind !== 'candidate') return;
    candidate.votes = [state.me];
    state.role = candidate;
  },
};

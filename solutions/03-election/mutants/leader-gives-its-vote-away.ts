/** A leader votes for a rival in its own term (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    if (state.role.kind === 'leader') state.votedFor = null;
    reference.onRequestVote(state, from, message, world);
  },
};

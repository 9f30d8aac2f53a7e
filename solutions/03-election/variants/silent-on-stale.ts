/** OK23: says nothing to a candidate of an older term. It learns of the newer one by other ways. */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    if (message.term >= state.currentTerm) reference.onRequestVote(state, from, message, world);
  },
};

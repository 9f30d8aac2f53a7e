/** Counts every answer, also a no (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVoteReply(state, from, message, world) {
    reference.onRequestVoteReply(state, from, { ...message, voteGranted: true }, world);
  },
};

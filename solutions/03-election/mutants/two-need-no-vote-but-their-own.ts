/** A node whose cluster has only one other gives its vote to that one, too (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    if (state.peers.length === 1) state.votedFor = null;
    reference.onRequestVote(state, from, message, world);
  },
};

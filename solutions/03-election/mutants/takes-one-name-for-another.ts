/** Looks for a voter in a text of all names, in which n1 is found as soon as n10 has voted (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVoteReply(state, from, message, world) {
    if (state.role.kind === 'candidate' && state.role.votes.join().includes(from)) return;
    reference.onRequestVoteReply(state, from, message, world);
  },
};

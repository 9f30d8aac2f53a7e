/** E26: stands against the candidate for whom it has just voted (§5.2). */
import type { Election } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    reference.onRequestVote(state, from, message, altered(world, { setTimer() {} }));
  },
};

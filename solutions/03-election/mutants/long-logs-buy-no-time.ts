/** Stands against the candidate for whom it has just voted, once its log has three entries (§5.2). */
import type { Election } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    const its = state.log.length < 3 ? world : altered(world, { setTimer() {} });
    reference.onRequestVote(state, from, message, its);
  },
};

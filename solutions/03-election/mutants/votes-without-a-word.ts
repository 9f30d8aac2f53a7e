/** Notes its vote and does not answer (Figure 2, RequestVote results). */
import type { Election } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    reference.onRequestVote(state, from, message, altered(world, { send() {} }));
  },
};

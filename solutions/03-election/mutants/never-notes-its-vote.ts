/** E01: looks at its vote and never sets it (§5.2). */
import type { Election } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    const { votedFor } = state;
    reference.onRequestVote(state, from, message, altered(world, { save() {} }));
    state.votedFor = votedFor;
  },
};

/** E23: a candidate or a leader that learns of a newer term ignores it (§5.1). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onNewerTerm(state, term, world) {
    if (state.role.kind === 'follower') reference.onNewerTerm(state, term, world);
  },
};

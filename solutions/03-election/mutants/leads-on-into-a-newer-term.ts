/** Takes over the newer term and stays the leader or candidate that it was (§5.1). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onNewerTerm(state, term, world) {
    const { role } = state;
    reference.onNewerTerm(state, term, world);
    if (role.kind !== 'follower') state.role = role;
  },
};

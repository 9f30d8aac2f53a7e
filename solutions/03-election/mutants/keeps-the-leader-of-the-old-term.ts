/** Takes who led the old term for the leader of the new one (§5.1). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onNewerTerm(state, term, world) {
    const leader = state.role.kind === 'follower' ? state.role.leader : null;
    reference.onNewerTerm(state, term, world);
    state.role = { kind: 'follower', leader };
  },
};

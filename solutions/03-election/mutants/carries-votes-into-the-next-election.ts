/** E12: does not begin to count anew when it stands again (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    const earlier = state.role.kind === 'candidate' ? state.role.votes : [];
    reference.onElectionTimeout(state, world);
    if (state.role.kind === 'candidate') state.role.votes = [...new Set([...earlier, state.me])];
  },
};

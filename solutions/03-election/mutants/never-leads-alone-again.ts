/** A cluster of one has nobody to elect it, once there is something in its log (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    reference.onElectionTimeout(state, world);
    if (state.role.kind !== 'leader' || state.log.length === 0) return;
    state.role = { kind: 'candidate', votes: [state.me] };
    world.setTimer('election', 150, 300);
  },
};

/** All nodes of the process use the same object for their role. */
import type { Address } from '@weekend/protocol';
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

const follower: { kind: 'follower'; leader: Address | null } = { kind: 'follower', leader: null };

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    reference.onLeaderHeard(state, leader, term, world);
    if (term < state.currentTerm) return;
    follower.leader = leader;
    state.role = follower;
  },
};

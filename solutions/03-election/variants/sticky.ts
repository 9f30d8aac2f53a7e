/** OK03: ignores a RequestVote, its term too, while it has heard a leader within the shortest timeout, or leads (§6). */
import { type Election, electionTimeout } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    reference.onLeaderHeard(state, leader, term, world);
    if (state.role.kind === 'follower' && term === state.currentTerm) state.role.heardAt = world.now;
  },

  disregards({ role }, _from, _message, world) {
    if (role.kind === 'leader') return true;
    return role.kind === 'follower' && role.heardAt !== undefined && world.now - role.heardAt < electionTimeout.min;
  },
};

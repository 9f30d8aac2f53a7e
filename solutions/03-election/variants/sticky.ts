/** OK03: ignores a RequestVote, its term too, while it has heard a leader within the shortest timeout, or leads (§6). */
import { type Election, electionTimeout } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  disregards({ role, lastContact }, _from, _message, world) {
    if (role.kind !== 'follower' || role.leader === null) return role.kind === 'leader';
    return lastContact !== null && world.now - lastContact < electionTimeout.min;
  },
};

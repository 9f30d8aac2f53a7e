/** E32: the election timer of a leader runs on, and the leader stands again (§5.2). */
import type { Election } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    if (state.role.kind === 'leader') state.role = { kind: 'follower', leader: null };
    reference.onElectionTimeout(state, world);
  },

  onRequestVoteReply(state, from, message, world) {
    reference.onRequestVoteReply(state, from, message, altered(world, { clearTimer() {} }));
  },
};

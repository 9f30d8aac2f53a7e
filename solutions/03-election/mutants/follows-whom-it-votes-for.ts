/** Takes its candidate for the leader, before anybody has won (state.role.leader). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    reference.onRequestVote(state, from, message, world);
    if (state.votedFor === from && state.role.kind === 'follower') state.role.leader ??= from;
  },
};

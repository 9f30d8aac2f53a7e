/** Each PreVote that it grants buys time, also for one who never stands (§5.2, dissertation §9.6). */
import { type Election, electionTimeout } from '@weekend/raft';
import { election as preVoting } from '../variants/pre-vote.ts';

export const election: Election = {
  ...preVoting,

  onPreVote(state, from, message, world) {
    preVoting.onPreVote?.(state, from, message, world);
    if (state.role.kind === 'follower') world.setTimer('election', electionTimeout.min, electionTimeout.max);
  },
};

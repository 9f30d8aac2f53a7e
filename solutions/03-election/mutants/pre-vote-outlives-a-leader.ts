/** Goes on counting PreVotes after it has heard a leader (dissertation §9.6). */
import type { Election } from '@weekend/raft';
import { election as preVoting } from '../variants/pre-vote.ts';

export const election: Election = {
  ...preVoting,

  onLeaderHeard(state, leader, term, world) {
    const asked = state.role.kind === 'follower' ? state.role.preVotes : undefined;
    preVoting.onLeaderHeard(state, leader, term, world);
    if (asked && state.role.kind === 'follower') state.role.preVotes = asked;
  },
};

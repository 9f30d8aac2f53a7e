/** E36: answering a PreVote gives the vote of the next term away (dissertation §9.6). */
import type { Election } from '@weekend/raft';
import { election as preVoting } from '../variants/pre-vote.ts';

export const election: Election = {
  ...preVoting,

  onPreVote(state, from, message, world) {
    preVoting.onPreVote?.(state, from, message, world);
    if (message.term !== state.currentTerm) return;
    state.currentTerm += 1;
    state.votedFor = from;
  },
};

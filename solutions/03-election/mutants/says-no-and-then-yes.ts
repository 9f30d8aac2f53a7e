/** Answers from the vote as it was, and once more from the vote as it is (Figure 2, RequestVote results). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    const voteGranted = message.term === state.currentTerm && state.votedFor === from;
    if (!voteGranted) world.send(from, { kind: 'RequestVoteReply', term: state.currentTerm, voteGranted });
    reference.onRequestVote(state, from, message, world);
  },
};

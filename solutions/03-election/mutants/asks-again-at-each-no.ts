/** Sends the request once more to whoever refuses it, and is refused once more, for as long as the election lasts. */
import { type Election, lastIndex, lastTerm } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVoteReply(state, from, message, world) {
    reference.onRequestVoteReply(state, from, message, world);
    if (state.role.kind !== 'candidate' || message.term !== state.currentTerm || message.voteGranted) return;
    const { currentTerm: term, me: candidateId, log } = state;
    world.send(from, {
      kind: 'RequestVote',
      term,
      candidateId,
      lastLogIndex: lastIndex(log),
      lastLogTerm: lastTerm(log),
    });
  },
};

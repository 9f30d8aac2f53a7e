/** OK18: at its first timeout a candidate asks those again who have not answered; at the second it stands anew. */
import type { Address } from '@weekend/protocol';
import { type Election, electionTimeout, lastIndex, lastTerm, type State, type Term } from '@weekend/raft';
import { election as reference } from '../election.ts';

interface Asking extends State {
  /** In which term this candidate has asked twice already, and who has answered it. */
  askedTwice?: Term;
  answered?: Address[];
}

export const election: Election = {
  ...reference,

  onElectionTimeout(state: Asking, world) {
    if (state.role.kind !== 'candidate' || state.askedTwice === state.currentTerm) {
      state.answered = [];
      reference.onElectionTimeout(state, world);
      return;
    }
    state.askedTwice = state.currentTerm;
    world.setTimer('election', electionTimeout.min, electionTimeout.max);
    for (const peer of state.peers)
      if (!state.answered?.includes(peer))
        world.send(peer, {
          kind: 'RequestVote',
          term: state.currentTerm,
          candidateId: state.me,
          lastLogIndex: lastIndex(state.log),
          lastLogTerm: lastTerm(state.log),
        });
  },

  onRequestVoteReply(state: Asking, from, message, world) {
    state.answered?.push(from);
    reference.onRequestVoteReply(state, from, message, world);
  },
};

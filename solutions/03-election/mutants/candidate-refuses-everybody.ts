/** A candidate votes for nobody in the next term either: it does not hear of it (§5.1). */
import type { Election, State, Term } from '@weekend/raft';
import { election as reference } from '../election.ts';

interface Proud extends State {
  stoodIn?: Term;
}

const wasCandidate = ({ stoodIn, currentTerm }: Proud) => stoodIn !== undefined && currentTerm - stoodIn < 3;

export const election: Election = {
  ...reference,

  onElectionTimeout(state: Proud, world) {
    reference.onElectionTimeout(state, world);
    state.stoodIn = state.currentTerm;
  },

  onRequestVote(state, from, message, world) {
    const { role } = state;
    if (role.kind === 'follower' && !wasCandidate(state)) reference.onRequestVote(state, from, message, world);
    else world.send(from, { kind: 'RequestVoteReply', term: state.currentTerm, voteGranted: false });
  },
};

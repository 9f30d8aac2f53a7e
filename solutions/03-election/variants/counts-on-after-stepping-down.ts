/** OK14: counts votes of its term although it has yielded in that term. They can not be a majority any more. */
import type { Address } from '@weekend/protocol';
import type { Election, State, Term } from '@weekend/raft';
import { election as reference } from '../election.ts';

interface Counting extends State {
  tally?: { term: Term; votes: Address[] };
}

export const election: Election = {
  ...reference,

  onElectionTimeout(state: Counting, world) {
    reference.onElectionTimeout(state, world);
    if (state.role.kind === 'candidate') state.tally = { term: state.currentTerm, votes: [state.me] };
  },

  onRequestVoteReply(state: Counting, from, message, world) {
    if (message.term !== state.currentTerm || !message.voteGranted || state.role.kind === 'leader') return;
    if (state.tally?.term !== message.term) return;
    if (!state.tally.votes.includes(from)) state.tally.votes.push(from);
    if (state.tally.votes.length <= (state.peers.length + 1) / 2) return;
    state.role = { kind: 'leader', nextIndex: {}, matchIndex: {} };
    world.clearTimer('election');
  },
};

/** Sets its state up at the first event, also after a crash (Figure 2, persistent state). */
import type { Election, State } from '@weekend/raft';
import { election as reference } from '../election.ts';

interface SetUp extends State {
  isSetUp?: boolean;
}

function setUp(state: SetUp): void {
  if (!state.isSetUp) state.votedFor = null;
  state.isSetUp = true;
}

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    setUp(state);
    reference.onElectionTimeout(state, world);
  },

  onRequestVote(state, from, message, world) {
    setUp(state);
    reference.onRequestVote(state, from, message, world);
  },
};

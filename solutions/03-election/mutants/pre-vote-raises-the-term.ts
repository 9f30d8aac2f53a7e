/** E34: asking for PreVotes begins a new term already (dissertation §9.6). */
import type { Election } from '@weekend/raft';
import { election as preVoting } from '../variants/pre-vote.ts';

export const election: Election = {
  ...preVoting,

  onElectionTimeout(state, world) {
    if (state.role.kind !== 'leader') {
      state.currentTerm += 1;
      state.votedFor = null;
      world.save({ currentTerm: state.currentTerm, votedFor: null });
    }
    preVoting.onElectionTimeout(state, world);
  },
};

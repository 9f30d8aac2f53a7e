/** Answers first and saves when something happens again (Figure 2: before responding). */
import type { Election } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote(state, from, message, world) {
    world.save({ currentTerm: state.currentTerm, votedFor: state.votedFor });
    reference.onRequestVote(state, from, message, altered(world, { save() {} }));
  },
};

/** Saves a newer term beside the vote of the older one (Figure 2, persistent state). */
import type { Election } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onNewerTerm(state, term, world) {
    reference.onNewerTerm(
      state,
      term,
      altered(world, { save: ({ currentTerm }) => currentTerm && world.save({ currentTerm }) }),
    );
  },
};

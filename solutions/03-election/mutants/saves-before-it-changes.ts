/** Saves what was, and changes it afterwards (Figure 2, persistent state). */
import type { Election } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    if (state.role.kind !== 'leader') world.save({ currentTerm: state.currentTerm, votedFor: state.votedFor });
    reference.onElectionTimeout(state, altered(world, { save() {} }));
  },
};

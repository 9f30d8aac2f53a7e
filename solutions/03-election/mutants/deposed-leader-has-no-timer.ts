/** A leader that steps down never stands again: its timer was stopped (§5.2). */
import type { Election } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onNewerTerm(state, term, world) {
    reference.onNewerTerm(state, term, altered(world, { setTimer() {} }));
  },
};

/** Begins everything anew in a newer term, the log too (§5.1). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onNewerTerm(state, term, world) {
    reference.onNewerTerm(state, term, world);
    state.log = [];
  },
};

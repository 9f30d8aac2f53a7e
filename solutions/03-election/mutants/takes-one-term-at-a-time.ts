/** Adds one to its term when it hears of a newer one, however new (§5.1). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onNewerTerm(state, _term, world) {
    reference.onNewerTerm(state, state.currentTerm + 1, world);
  },
};

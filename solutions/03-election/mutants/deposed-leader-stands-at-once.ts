/** A leader that learns of a newer term does not wait for who leads it (§5.2). */
import type { Election } from '@weekend/raft';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onNewerTerm(state, term, world) {
    const led = state.role.kind === 'leader';
    reference.onNewerTerm(state, term, world);
    if (led) world.setTimer('election', 0);
  },
};

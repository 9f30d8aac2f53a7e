/** Stands five times and never again (§5.2). */
import { type Election, electionTimeout, type State } from '@weekend/raft';
import { election as reference } from '../election.ts';

interface Tired extends State {
  elections?: number;
}

export const election: Election = {
  ...reference,

  onElectionTimeout(state: Tired, world) {
    state.elections = (state.elections ?? 0) + 1;
    if (state.elections > 5) world.setTimer('election', electionTimeout.min, electionTimeout.max);
    else reference.onElectionTimeout(state, world);
  },
};

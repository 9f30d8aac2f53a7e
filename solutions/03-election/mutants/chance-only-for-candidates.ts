/** E28: draws among candidates, but all who hear a leader wait equally long for it (§5.2). */
import { type Election, electionTimeout } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onLeaderHeard(state, leader, term, world) {
    const constant = altered(world, { setTimer: (timer) => world.setTimer(timer, electionTimeout.min) });
    reference.onLeaderHeard(state, leader, term, constant);
  },
};

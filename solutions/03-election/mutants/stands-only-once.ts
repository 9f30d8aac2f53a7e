/** E29: does not set its timer when it stands, so a split vote is the end (§5.2). */
import type { Election } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onElectionTimeout(state, world) {
    reference.onElectionTimeout(state, altered(world, { setTimer() {} }));
  },
};

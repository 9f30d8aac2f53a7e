/** E28: a timeout without chance: who ties once ties for ever (§5.2). */
import { type Election, electionTimeout } from '@weekend/raft';
import { altered, inWorld } from '../altered.ts';

export const election: Election = inWorld((world) =>
  altered(world, { setTimer: (timer) => world.setTimer(timer, electionTimeout.min) }),
);

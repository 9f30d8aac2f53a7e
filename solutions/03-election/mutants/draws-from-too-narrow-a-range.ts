/** E28: timeouts that differ by less than a message takes: who ties once ties for very long (§5.2, §5.6). */
import { type Election, electionTimeout } from '@weekend/raft';
import { altered, inWorld } from '../altered.ts';

export const election: Election = inWorld((world) =>
  altered(world, { setTimer: (timer) => world.setTimer(timer, electionTimeout.min, electionTimeout.min + 1) }),
);

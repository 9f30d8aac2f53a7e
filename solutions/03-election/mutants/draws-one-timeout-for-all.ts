/** E28: the timeout is drawn when the file is loaded: all nodes of a process share it (§5.2). */
import { type Election, electionTimeout } from '@weekend/raft';
import { altered, inWorld } from '../altered.ts';

const timeout = electionTimeout.min + Math.random() * (electionTimeout.max - electionTimeout.min);

export const election: Election = inWorld((world) =>
  altered(world, { setTimer: (timer) => world.setTimer(timer, timeout) }),
);

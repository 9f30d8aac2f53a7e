/** A timeout shorter than the time between two heartbeats (§5.6). */
import { type Election, heartbeatInterval } from '@weekend/raft';
import { altered, inWorld } from '../altered.ts';

export const election: Election = inWorld((world) =>
  altered(world, { setTimer: (timer) => world.setTimer(timer, heartbeatInterval / 4, heartbeatInterval / 2) }),
);

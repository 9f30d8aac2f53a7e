/** Draws its timeout with Math.random: the run cannot be told again. */
import type { Election } from '@weekend/raft';
import { altered, inWorld } from '../altered.ts';

export const election: Election = inWorld((world) =>
  altered(world, { setTimer: (timer) => world.setTimer(timer, 150 + Math.random() * 150) }),
);

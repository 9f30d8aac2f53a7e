/** E04: saves the vote and not the term (Figure 2, persistent state). */
import type { Election } from '@weekend/raft';
import { altered, inWorld } from '../altered.ts';

export const election: Election = inWorld((world) =>
  altered(world, {
    save({ votedFor }) {
      if (votedFor !== undefined) world.save({ votedFor });
    },
  }),
);

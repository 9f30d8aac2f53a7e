/** E03: saves the term and not the vote (Figure 2, persistent state). */
import type { Election } from '@weekend/raft';
import { altered, inWorld } from '../altered.ts';

export const election: Election = inWorld((world) =>
  altered(world, {
    save({ currentTerm }) {
      if (currentTerm !== undefined) world.save({ currentTerm });
    },
  }),
);

/** Nothing is persistent (Figure 2, persistent state). */
import type { Election } from '@weekend/raft';
import { altered, inWorld } from '../altered.ts';

export const election: Election = inWorld((world) => altered(world, { save() {} }));

/** As R14, where every node holds the entry of an older term (§5.4.2). */
import { lastIndex } from '@weekend/raft';
import { committing, heldBy, majority } from '../altered.ts';

export const logReplication = committing((state, leader) =>
  Math.max(heldBy(state, leader, majority(state)), Math.min(lastIndex(state.log), ...Object.values(leader.matchIndex))),
);

/** What three nodes hold is committed, and of seven that is less than half (§5.3). */
import { committing, heldBy, majority } from '../altered.ts';

export const logReplication = committing((state, leader) => heldBy(state, leader, Math.min(3, majority(state))));

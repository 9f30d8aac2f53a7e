/** R37: the leader holds it, so it is committed (§5.3). */
import { committing, heldBy } from '../altered.ts';

export const logReplication = committing((state, leader) => heldBy(state, leader, 1));

/** R43: the first follower that has it commits an entry (§5.3). */
import { committing, heldBy } from '../altered.ts';

export const logReplication = committing((state, leader) => heldBy(state, leader, Math.min(2, state.peers.length + 1)));

/** R21: wants a majority among the others (§5.3). */
import { committing, heldBy, majority } from '../altered.ts';

export const logReplication = committing((state, leader) => heldBy(state, leader, majority(state) + 1));

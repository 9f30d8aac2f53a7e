/** R20: once at the beginning, and once among the others (§5.3). */
import { committing, heldBy, majority } from '../altered.ts';

export const logReplication = committing((state, leader) => heldBy(state, leader, majority(state) - 1));

/** Commits what every node holds: one that is down stops the cluster (§5.3). */
import { committing, heldBy } from '../altered.ts';

export const logReplication = committing((state, leader) => heldBy(state, leader, state.peers.length + 1));

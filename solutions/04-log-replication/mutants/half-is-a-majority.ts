/** In a cluster of an even size half of it is enough (§5.3). */
import { committing, heldBy } from '../altered.ts';

export const logReplication = committing((state, leader) =>
  heldBy(state, leader, Math.ceil((state.peers.length + 1) / 2)),
);

/** Commits only what its whole log is on a majority of: under load never (§5.3). */
import { lastIndex } from '@weekend/raft';
import { committing, heldBy, majority } from '../altered.ts';

export const logReplication = committing((state, leader) => {
  const held = heldBy(state, leader, majority(state));
  return held === lastIndex(state.log) ? held : 0;
});

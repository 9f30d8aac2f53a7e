/** Goes up from commitIndex one by one, and never gets past an entry of an older term (§5.4.2). */
import { termAt } from '@weekend/raft';
import { committing, heldBy, majority } from '../altered.ts';

export const logReplication = committing((state, leader) => {
  const held = heldBy(state, leader, majority(state));
  let index = state.commitIndex;
  while (index < held && termAt(state.log, index + 1) === state.currentTerm) index += 1;
  return index;
});

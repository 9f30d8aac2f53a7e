/** Sorts the match indexes as text: 9 comes after 10 (§5.3). */
import { lastIndex, termAt } from '@weekend/raft';
import { committing, majority } from '../altered.ts';

export const logReplication = committing((state, { matchIndex }) => {
  const held = [lastIndex(state.log), ...Object.values(matchIndex)].map(String).sort().reverse().map(Number);
  const index = held[majority(state) - 1] ?? 0;
  return termAt(state.log, index) === state.currentTerm ? index : 0;
});

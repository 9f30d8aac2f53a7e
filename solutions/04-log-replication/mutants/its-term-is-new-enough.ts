/** Asks whether it has any entry of its own term, not whether this is one (§5.4.2). */
import { lastIndex, lastTerm } from '@weekend/raft';
import { committing, majority } from '../altered.ts';

export const logReplication = committing((state, { matchIndex }) => {
  const held = [lastIndex(state.log), ...Object.values(matchIndex)].sort((a, b) => b - a);
  return lastTerm(state.log) === state.currentTerm ? (held[majority(state) - 1] ?? 0) : 0;
});

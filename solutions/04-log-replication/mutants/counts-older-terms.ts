/** R14, Figure 8: commits by counting, whichever term the entry is of (§5.4.2). */
import { lastIndex } from '@weekend/raft';
import { committing, majority } from '../altered.ts';

export const logReplication = committing((state, { matchIndex }) => {
  const held = [lastIndex(state.log), ...Object.values(matchIndex)].sort((a, b) => b - a);
  return held[majority(state) - 1] ?? 0;
});

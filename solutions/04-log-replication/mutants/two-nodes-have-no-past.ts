/** In a cluster of two it does not look whether the leader's time is over (Figure 2, AppendEntries receiver 1). */
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  isOver: ({ term }, { currentTerm, peers }) => peers.length > 1 && term < currentTerm,
});

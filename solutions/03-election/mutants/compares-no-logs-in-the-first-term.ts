/** In term 1 nobody can have an entry, it thinks (§5.4.1). */
import { comparingLogs } from '../altered.ts';

export const election = comparingLogs((candidate, voter, asksIn) => {
  if (asksIn <= 1) return true;
  return candidate.term === voter.term ? candidate.index >= voter.index : candidate.term > voter.term;
});

/** E17: compares its last entry with the term of the request, not of the last entry (§5.4.1). */
import type { Election } from '@weekend/raft';
import { comparingLogs } from '../altered.ts';

export const election: Election = comparingLogs(
  (candidate, voter, asksIn) => asksIn > voter.term || (asksIn === voter.term && candidate.index >= voter.index),
);

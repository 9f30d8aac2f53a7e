/** E22: an AND where the rule has an OR (§5.4.1). */
import type { Election } from '@weekend/raft';
import { comparingLogs } from '../altered.ts';

export const election: Election = comparingLogs(
  (candidate, voter) => !(voter.term > candidate.term && voter.index > candidate.index),
);

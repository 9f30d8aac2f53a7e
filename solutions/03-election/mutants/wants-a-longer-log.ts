/** E20: refuses a log as good as its own; equal logs elect nobody (§5.4.1). */
import type { Election } from '@weekend/raft';
import { comparingLogs } from '../altered.ts';

export const election: Election = comparingLogs(
  (candidate, voter) => candidate.term > voter.term || (candidate.term === voter.term && candidate.index > voter.index),
);

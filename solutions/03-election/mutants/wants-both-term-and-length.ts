/** E19: refuses a newer log because it is shorter (§5.4.1). */
import type { Election } from '@weekend/raft';
import { comparingLogs } from '../altered.ts';

export const election: Election = comparingLogs(
  (candidate, voter) => candidate.term >= voter.term && candidate.index >= voter.index,
);

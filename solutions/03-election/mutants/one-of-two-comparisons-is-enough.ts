/** E18: a longer log makes up for an older last term (§5.4.1). */
import type { Election } from '@weekend/raft';
import { comparingLogs } from '../altered.ts';

export const election: Election = comparingLogs(
  (candidate, voter) => candidate.term > voter.term || candidate.index >= voter.index,
);

/** E18: the longer log wins, however old its entries are (§5.4.1). */
import type { Election } from '@weekend/raft';
import { comparingLogs } from '../altered.ts';

export const election: Election = comparingLogs((candidate, voter) => candidate.index >= voter.index);

/** E15: leads only when all have voted for it (§5.2). */
import type { Election } from '@weekend/raft';
import { winningWith } from '../altered.ts';

export const election: Election = winningWith((votes, clusterSize) => votes === clusterSize);

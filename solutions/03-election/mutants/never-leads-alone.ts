/** E16: looks whether it has won only when an answer comes, and a cluster of one gets none (§5.2). */
import type { Election } from '@weekend/raft';
import { winningWith } from '../altered.ts';

export const election: Election = winningWith((votes, clusterSize) => votes > 1 && votes > clusterSize / 2);

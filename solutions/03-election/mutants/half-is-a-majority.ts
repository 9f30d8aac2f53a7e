/** E13: half of the cluster is enough, and there are two halves (§5.2). */
import type { Election } from '@weekend/raft';
import { winningWith } from '../altered.ts';

export const election: Election = winningWith((votes, clusterSize) => votes >= clusterSize / 2);

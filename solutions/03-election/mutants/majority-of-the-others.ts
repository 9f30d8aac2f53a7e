/** Takes a majority of its peers for one of the cluster (§5.2). */
import type { Election } from '@weekend/raft';
import { winningWith } from '../altered.ts';

export const election: Election = winningWith((votes, clusterSize) => votes > (clusterSize - 1) / 2);

/** E15: with as many nodes down as may be, nobody wins (§5.2). */
import type { Election } from '@weekend/raft';
import { winningWith } from '../altered.ts';

export const election: Election = winningWith(
  (votes, clusterSize) => votes > Math.min(clusterSize / 2 + 1, clusterSize - 1),
);

/** E17: votes for a candidate whatever its log lacks (§5.4.1). */
import type { Election } from '@weekend/raft';
import { comparingLogs } from '../altered.ts';

export const election: Election = comparingLogs(() => true);

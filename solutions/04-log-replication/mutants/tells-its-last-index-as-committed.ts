/** leaderCommit is the end of the leader’s log (Figure 2, AppendEntries arguments). */
import { lastIndex } from '@weekend/raft';
import { sending } from '../altered.ts';

export const logReplication = sending((message, { log }) => ({ ...message, leaderCommit: lastIndex(log) }));

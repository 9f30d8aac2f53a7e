/** leaderCommit is always 0: no follower ever applies anything (Figure 2, AppendEntries arguments). */
import { sending } from '../altered.ts';

export const logReplication = sending((message) => ({ ...message, leaderCommit: 0 }));

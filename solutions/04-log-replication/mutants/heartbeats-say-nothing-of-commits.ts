/** R34: leaderCommit is only told with new entries (Figure 2, AppendEntries arguments). */
import { sending } from '../altered.ts';

export const logReplication = sending((message) =>
  message.entries.length > 0 ? message : { ...message, leaderCommit: 0 },
);

/** A heartbeat says nothing to it about what is committed (Figure 2, AppendEntries receiver 5). */
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  commit: ({ leaderCommit, prevLogIndex, entries }, { commitIndex }) =>
    entries.length === 0 ? commitIndex : Math.max(commitIndex, Math.min(leaderCommit, prevLogIndex + entries.length)),
});

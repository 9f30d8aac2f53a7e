/** Commits up to, and not including, leaderCommit (Figure 2, AppendEntries receiver 5). */
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  commit: ({ leaderCommit, prevLogIndex, entries }, { commitIndex }) =>
    Math.max(commitIndex, Math.min(leaderCommit - 1, prevLogIndex + entries.length)),
});

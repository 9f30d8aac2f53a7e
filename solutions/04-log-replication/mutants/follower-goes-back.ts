/** R13: the commitIndex follows the message, also down (Figure 2, AppendEntries receiver 5). */
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  commit: ({ leaderCommit, prevLogIndex, entries }) => Math.min(leaderCommit, prevLogIndex + entries.length),
});

/** The end of its own log takes the place of the last new entry (Figure 2, AppendEntries receiver 5). */
import { lastIndex } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  commit: ({ leaderCommit }, { commitIndex, log }) => Math.max(commitIndex, Math.min(leaderCommit, lastIndex(log))),
});

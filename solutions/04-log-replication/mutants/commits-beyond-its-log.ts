/** R12: takes leaderCommit as it is (Figure 2, AppendEntries receiver 5). */
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  commit: ({ leaderCommit }, { commitIndex }) => Math.max(commitIndex, leaderCommit),
});

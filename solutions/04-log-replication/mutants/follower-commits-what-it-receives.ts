/** R37: what has come is committed (§5.3). */
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  commit: ({ prevLogIndex, entries }, { commitIndex }) => Math.max(commitIndex, prevLogIndex + entries.length),
});

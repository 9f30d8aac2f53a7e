/** Says of all that it knows to be committed that it agrees, however far back the message begins: every leader has that. */
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  matchIndex: ({ prevLogIndex, entries }, { commitIndex }) => Math.max(commitIndex, prevLogIndex + entries.length),
});

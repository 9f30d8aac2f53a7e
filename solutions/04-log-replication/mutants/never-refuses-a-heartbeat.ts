/** R04: a message without entries is not checked (§5.3). */
import { termAt } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  agrees: ({ prevLogIndex, prevLogTerm, entries }, { log }) =>
    entries.length === 0 || termAt(log, prevLogIndex) === prevLogTerm,
});

/** R02: an entry that is missing is no contradiction to it (§5.3). */
import { termAt } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  agrees: ({ prevLogIndex, prevLogTerm }, { log }) => (termAt(log, prevLogIndex) ?? prevLogTerm) === prevLogTerm,
});

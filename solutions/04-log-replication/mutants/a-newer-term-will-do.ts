/** R03: takes an entry of a newer term for agreement (§5.3). */
import { termAt } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  agrees: ({ prevLogIndex, prevLogTerm }, { log }) => (termAt(log, prevLogIndex) ?? -1) >= prevLogTerm,
});

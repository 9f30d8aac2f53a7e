/** As R03, the other way round: an entry of an older term is agreement (§5.3). */
import { termAt } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  agrees: ({ prevLogIndex, prevLogTerm }, { log }) =>
    (termAt(log, prevLogIndex) ?? Number.POSITIVE_INFINITY) <= prevLogTerm,
});

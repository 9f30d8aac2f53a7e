/** The message has the term of the last entry, not the leader’s (Figure 2, AppendEntries arguments). */
import { lastTerm } from '@weekend/raft';
import { sending } from '../altered.ts';

export const logReplication = sending((message, { log, currentTerm }) => ({
  ...message,
  term: lastTerm(log) || currentTerm,
}));

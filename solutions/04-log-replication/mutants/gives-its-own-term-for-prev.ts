/** R26: prevLogTerm is the leader’s term, not that of the entry (Figure 2, AppendEntries arguments). */
import { sending } from '../altered.ts';

export const logReplication = sending((message) => ({
  ...message,
  prevLogTerm: message.prevLogIndex === 0 ? 0 : message.term,
}));

/** Long before what is committed, terms do not matter any more, it thinks (§5.3). */
import { sending } from '../altered.ts';

export const logReplication = sending((message, { commitIndex }) =>
  commitIndex > message.prevLogIndex + 20 ? { ...message, prevLogTerm: 0 } : message,
);

/** Heartbeats carry the last three entries, whatever was acknowledged (§5.3). */
import { termAt } from '@weekend/raft';
import { sending } from '../altered.ts';

export const logReplication = sending((message, { log }) => {
  const prevLogIndex = Math.max(0, message.prevLogIndex - 3);
  return { ...message, prevLogIndex, prevLogTerm: termAt(log, prevLogIndex) ?? 0, entries: log.slice(prevLogIndex) };
});

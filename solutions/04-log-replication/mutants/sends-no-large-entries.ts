/** An entry that is too large for a message is never sent, nor what comes after it (§5.3). */
import { sending } from '../altered.ts';

export const logReplication = sending((message) => {
  const large = message.entries.findIndex((entry) => JSON.stringify(entry).length >= 100_000);
  return large < 0 ? message : { ...message, entries: message.entries.slice(0, large) };
});

/** Every message begins with the first entry, whatever was acknowledged (§5.3): right, and the more it costs the longer it runs. */
import { sending } from '../altered.ts';

export const logReplication = sending((message, { log }) => ({
  ...message,
  prevLogIndex: 0,
  prevLogTerm: 0,
  entries: [...log],
}));

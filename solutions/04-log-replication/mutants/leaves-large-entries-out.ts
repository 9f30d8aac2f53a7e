/** R39: what is too large for a message is left out of it, and what comes after it is not (§5.3). */
import { sending } from '../altered.ts';

export const logReplication = sending((message) => ({
  ...message,
  entries: message.entries.filter((entry) => JSON.stringify(entry).length < 100_000),
}));

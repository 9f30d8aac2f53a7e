/** Takes nextIndex for the entry before the next (Figure 2, nextIndex). */
import { sending } from '../altered.ts';

export const logReplication = sending((message) => ({ ...message, entries: message.entries.slice(1) }));

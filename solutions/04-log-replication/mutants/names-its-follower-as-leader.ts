/** leaderId is the name of who is written to (Figure 2, AppendEntries arguments). */
import { sending } from '../altered.ts';

export const logReplication = sending((message, _state, leaderId) => ({ ...message, leaderId }));

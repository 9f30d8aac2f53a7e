/** Says yes to the entry before the new ones, and not to those (§5.3). */
import { receiving } from '../altered.ts';

export const logReplication = receiving({ matchIndex: ({ prevLogIndex }) => prevLogIndex });

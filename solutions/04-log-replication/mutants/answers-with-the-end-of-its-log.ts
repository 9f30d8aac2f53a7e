/** R19: acknowledges entries that nobody has checked (§5.3). */
import { lastIndex } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({ matchIndex: (_message, { log }) => lastIndex(log) });

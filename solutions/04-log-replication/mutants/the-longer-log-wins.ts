/** R10: a conflict is only repaired by a log that is longer than its own (§5.3). */
import { lastIndex } from '@weekend/raft';
import { appendNew, receiving } from '../altered.ts';

export const logReplication = receiving({
  append(message, state, world) {
    if (message.prevLogIndex + message.entries.length > lastIndex(state.log)) appendNew(message, state, world);
  },
});

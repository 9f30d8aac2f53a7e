/** R05: deletes everything after prevLogIndex, conflict or not (Figure 2, AppendEntries receiver 3). */
import { replaceAfter } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  append({ prevLogIndex, entries }, { log }, world) {
    world.save({ log: replaceAfter(log, prevLogIndex, entries) });
  },
});

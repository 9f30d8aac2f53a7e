/** R05: as if every message with entries began with a conflict (Figure 2, AppendEntries receiver 3). */
import { replaceAfter } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  append({ prevLogIndex, entries }, { log }, world) {
    if (entries.length > 0) world.save({ log: replaceAfter(log, prevLogIndex, entries) });
  },
});

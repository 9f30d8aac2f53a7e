/** R08: appends what lies beyond its log, and leaves what it has as it is (Figure 2, AppendEntries receiver 3). */
import { lastIndex, replaceAfter } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  append({ prevLogIndex, entries }, { log }, world) {
    const end = lastIndex(log);
    world.save({ log: replaceAfter(log, end, entries.slice(Math.max(0, end - prevLogIndex))) });
  },
});

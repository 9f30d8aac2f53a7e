/** R01: says yes to everything of its term (Figure 2, AppendEntries receiver 2). */
import { lastIndex, replaceAfter } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  agrees: () => true,
  append({ prevLogIndex, entries }, { log }, world) {
    world.save({ log: replaceAfter(log, Math.min(prevLogIndex, lastIndex(log)), entries) });
  },
});

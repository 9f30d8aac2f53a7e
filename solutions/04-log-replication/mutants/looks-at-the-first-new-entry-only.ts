/** A conflict further on in the batch is not seen (Figure 2, AppendEntries receiver 3). */
import { lastIndex, replaceAfter, termAt } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  append({ prevLogIndex, entries }, { log }, world) {
    const known = termAt(log, prevLogIndex + 1) === entries[0]?.term;
    const from = known ? Math.max(lastIndex(log), prevLogIndex) : prevLogIndex;
    if (entries.length > 0) world.save({ log: replaceAfter(log, from, entries.slice(from - prevLogIndex)) });
  },
});

/** A conflict makes room, and nothing is put there until the message comes again (Figure 2, AppendEntries receiver 4). */
import { lastIndex, replaceAfter, termAt } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  append({ prevLogIndex, entries }, { log }, world) {
    const known = entries.findIndex((entry, i) => termAt(log, prevLogIndex + 1 + i) !== entry.term);
    if (known < 0) return;
    const conflicts = prevLogIndex + known < lastIndex(log);
    world.save({ log: replaceAfter(log, prevLogIndex + known, conflicts ? [] : entries.slice(known)) });
  },
});

/** OK07: if the last new entry is there, all are (Log Matching, §5.3); if not, all are written again. */
import { replaceAfter, termAt } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  append({ prevLogIndex, entries }, { log }, world) {
    const last = entries.at(-1);
    if (last && termAt(log, prevLogIndex + entries.length) !== last.term)
      world.save({ log: replaceAfter(log, prevLogIndex, entries) });
  },
});

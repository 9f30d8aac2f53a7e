/** Puts the new entries at the end of its log, whatever it has already (Figure 2, AppendEntries receiver 4). */
import { lastIndex, replaceAfter } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  append({ entries }, { log }, world) {
    world.save({ log: replaceAfter(log, lastIndex(log), entries) });
  },
});

/** Two entries are the same if all of them is, not only their terms. */
import { replaceAfter } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  append({ prevLogIndex, entries }, { log }, world) {
    const known = entries.findIndex((entry, i) => JSON.stringify(log[prevLogIndex + i]) !== JSON.stringify(entry));
    if (known >= 0) world.save({ log: replaceAfter(log, prevLogIndex + known, entries.slice(known)) });
  },
});

/** Compares what entries say and not their terms: what a client asked of two leaders looks like one entry (§5.3). */
import { replaceAfter } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({
  append({ prevLogIndex, entries }, { log }, world) {
    const words = (entry: unknown): string => JSON.stringify((entry as { command?: unknown } | undefined)?.command);
    const known = entries.findIndex((entry, i) => words(log[prevLogIndex + i]) !== words(entry));
    if (known >= 0) world.save({ log: replaceAfter(log, prevLogIndex + known, entries.slice(known)) });
  },
});

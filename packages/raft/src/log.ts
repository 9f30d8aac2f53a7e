/**
 * The log, addressed by index as in the paper: the first entry is 1, and 0 is "before the first". Nobody else looks at
 * how it is stored.
 */
import type { Tail } from '@weekend/protocol';
import type { Command } from './client.ts';
import type { Index, Term } from './order.ts';

export interface Entry {
  term: Term;
  /** For the state machine; Raft itself never looks into it. */
  command: Command;
}

export type Log = Entry[];

/** The index of the last entry, 0 if there is none. */
export const lastIndex = (log: Log): Index => log.length;

/** The term of the last entry, 0 if there is none. */
export const lastTerm = (log: Log): Term => log.at(-1)?.term ?? 0;

/** The term of the entry at `index`: 0 for index 0, `undefined` where the log has no entry. */
export const termAt = (log: Log, index: Index): Term | undefined => (index === 0 ? 0 : log[index - 1]?.term);

/** The entries after `index`, at most `limit` of them. */
export const entriesAfter = (log: Log, index: Index, limit = Number.POSITIVE_INFINITY): Entry[] =>
  log.slice(index, Math.min(log.length, index + limit));

/** Makes `entries` what stands after `index`, instead of all that stood there. Returns what to save: `{ log: … }`. */
export function replaceAfter(log: Log, index: Index, entries: readonly Entry[]): Tail<Entry> {
  log.length = index;
  for (const entry of entries) log.push(entry);
  return { from: index, items: entries };
}

/** Logs and AppendEntries as one writes them in a scene: a log by its terms, a message by its end of that log. */
import type { Address } from '@weekend/protocol';
import { type AppendEntries, type Entry, type Index, type Term, termAt } from '@weekend/raft';

/** What stands at an index of a term is decided: one leader wrote it (§5.3). */
export const entry = (index: Index, term: Term): Entry => ({
  term,
  command: {
    kind: 'write',
    id: { session: null, seq: 1 },
    write: { kind: 'put', key: 'x', value: `${index} of term ${term}`, flags: 0 },
  },
});

/** `logOf([1, 1, 4])`: two entries of term 1, one of term 4. */
export const logOf = (terms: readonly Term[]): Entry[] => terms.map((term, i) => entry(i + 1, term));

export interface Part {
  term: Term;
  leader: Address;
  /** The index before the first entry that is sent. */
  prev: Index;
  /** How many entries are sent. All after `prev`, if left out. */
  count?: number;
  commit?: Index;
}

/** A part of its log, as the leader of a term sends it. */
export function partOf(log: readonly Entry[], { term, leader, prev, count, commit = 0 }: Part): AppendEntries {
  return {
    kind: 'AppendEntries',
    term,
    leaderId: leader,
    prevLogIndex: prev,
    prevLogTerm: termAt(log as Entry[], prev) as Term,
    entries: log.slice(prev, count === undefined ? undefined : prev + count),
    leaderCommit: commit,
  };
}

/** `2@1 3@4`: what a log or a part of it looks like. */
export const told = (entries: readonly Entry[], after: Index = 0): string =>
  `[${entries.map(({ term }, i) => `${after + i + 1}@${term}`).join(' ')}]`;

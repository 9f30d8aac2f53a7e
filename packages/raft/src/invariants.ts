/**
 * Figure 3's properties, as functions of what can be seen of a cluster. Each answers a sentence when it is broken. What
 * was true earlier is kept in a `Past`, since Raft's promises are about all time and a state shows one moment.
 */
import { type Address, copy, difference } from '@weekend/protocol';
import { type Entry, type Log, lastIndex, lastTerm, termAt } from './log.ts';
import type { Index, Term } from './order.ts';
import type { State } from './state.ts';

export interface Past {
  /** Who has led each term. */
  leaders: Record<Term, Address>;
  /** For each leader, its term and the end of its log when it was last seen. */
  leading: Record<Address, { term: Term; index: Index; lastTerm: Term }>;
  /** Every entry that any node has ever held to be committed, in the order of the log. */
  committed: Committed[];
  /** What each invariant has looked at already, so that it need not go through whole logs at every turn. */
  looked: Record<string, Looked>;
}

/** The beginning of a node's log, as it was when an invariant held of it. */
interface Looked {
  entries: Entry[];
  terms: Term[];
}

interface Committed {
  entry: Entry;
  /** The term of the node that was first seen to hold it: it was committed in that term or in one before. */
  term: Term;
}

export const noPast = (): Past => ({ leaders: {}, leading: {}, committed: [], looked: {} });

export interface Invariant {
  name: string;
  section: string;
  /** What is broken, if anything is, when `node` has just taken a turn. Takes note of what is new in `past`. */
  check(node: State, others: readonly State[], past: Past): string | undefined;
}

/** Does not catch a candidate that has the votes to lead and does not know it. */
export const electionSafety: Invariant = {
  name: 'Election Safety',
  section: '§5.2',
  check(node, _others, past) {
    if (node.role.kind !== 'leader') return undefined;
    const other = (past.leaders[node.currentTerm] ??= node.me);
    return other === node.me ? undefined : `${other} and ${node.me} both lead term ${node.currentTerm}`;
  },
};

/** Does not catch an entry replaced in the middle of a leader's log by one of the same term. */
export const leaderAppendOnly: Invariant = {
  name: 'Leader Append-Only',
  section: '§5.3',
  check(node, _others, past) {
    const before = past.leading[node.me];
    if (node.role.kind !== 'leader') {
      delete past.leading[node.me];
      return undefined;
    }
    past.leading[node.me] = { term: node.currentTerm, index: lastIndex(node.log), lastTerm: lastTerm(node.log) };
    if (before?.term !== node.currentTerm || termAt(node.log, before.index) === before.lastTerm) return undefined;
    return `${node.me}, leader of term ${node.currentTerm}, has overwritten or deleted entry ${before.index} of its own log`;
  },
};

/** Does not catch another command at the same index and term: `stateMachineSafety` does, once it is committed. */
export const logMatching: Invariant = {
  name: 'Log Matching',
  section: '§5.3',
  check(node, others, past) {
    // Where this log has not changed, another's change was looked at when it happened.
    const { me, log } = node;
    const looked = (past.looked[`logs ${me}`] ??= { entries: [], terms: [] });
    const same = unchanged(looked, log);
    if (same === looked.entries.length && same === lastIndex(log)) return undefined;
    take(looked, log, same, lastIndex(log));
    for (const other of others) {
      let agreed = Math.min(lastIndex(log), lastIndex(other.log));
      while (agreed > 0 && termAt(log, agreed) !== termAt(other.log, agreed)) agreed--;
      for (let index = 1; index < agreed; index++)
        if (termAt(log, index) !== termAt(other.log, index))
          return `${me} and ${other.me} agree at index ${agreed} but not at ${index} before it`;
    }
    return undefined;
  },
};

/** Does not catch a leader that lacks an entry which no node yet knows to be committed. */
export const leaderCompleteness: Invariant = {
  name: 'Leader Completeness',
  section: '§5.4',
  check(node, _others, past) {
    if (node.role.kind !== 'leader') return undefined;
    const { me, log, currentTerm } = node;
    const looked = (past.looked[`${me} leads ${currentTerm}`] ??= { entries: [], terms: [] });
    const same = unchanged(looked, log);
    // A leader of an older term may still be in office, and know nothing of what was committed since.
    const concerns = ({ term }: Committed) => currentTerm > term;
    for (let i = same; i < past.committed.length; i++) {
      const committed = past.committed[i] as Committed;
      if (concerns(committed) && termAt(log, i + 1) !== committed.entry.term)
        return `${me} leads term ${currentTerm} without the committed entry ${i + 1} of term ${committed.entry.term}`;
    }
    if (past.committed.slice(same).every(concerns)) take(looked, log, same, past.committed.length);
    return undefined;
  },
};

/** Does not catch a wrong answer to a client: only that two nodes hold different entries to be committed. */
export const stateMachineSafety: Invariant = {
  name: 'State Machine Safety',
  section: '§5.4.3',
  check(node, _others, past) {
    const looked = (past.looked[`commits ${node.me}`] ??= { entries: [], terms: [] });
    const same = unchanged(looked, node.log);
    for (let index = same + 1; index <= node.commitIndex; index++) {
      const mine = node.log[index - 1];
      if (mine === undefined) return `${node.me} has committed index ${index}, which its log does not have`;
      const known = past.committed[index - 1]?.entry;
      if (known === undefined) past.committed.push({ entry: copy(mine), term: node.currentTerm });
      else if (known.term !== mine.term)
        return `${node.me} has committed an entry of term ${mine.term} at index ${index}, where one of term ${known.term} was committed`;
      else if (difference(known.command, mine.command, 'command'))
        return `${node.me} has committed another command at index ${index} than was committed there, with the same term ${mine.term}`;
    }
    if (node.commitIndex > same) take(looked, node.log, same, node.commitIndex);
    return undefined;
  },
};

/** Up to which index the log is still what was looked at. Does not see another command put into the same entry. */
function unchanged({ entries, terms }: Looked, log: Log): Index {
  let same = 0;
  while (same < entries.length && log[same] === entries[same] && log[same]?.term === terms[same]) same++;
  return same;
}

/** From now on the log counts as looked at up to `index`, as it did up to `same` already. */
function take(looked: Looked, log: Log, same: Index, index: Index): void {
  looked.entries.length = same;
  looked.terms.length = same;
  for (const entry of log.slice(same, index)) {
    looked.entries.push(entry);
    looked.terms.push(entry.term);
  }
}

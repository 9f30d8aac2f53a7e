/** Followers for a leader to talk to, that do what Figure 2 says of a receiver and nothing else; they differ in manners. */
import type { Address } from '@weekend/protocol';
import {
  type AppendEntries,
  type AppendEntriesReply,
  type Entry,
  type Index,
  lastIndex,
  type Term,
  termAt,
} from '@weekend/raft';
import { afterwards } from './watched-follower.ts';

export interface Manner {
  /** Says in a refusal why (§5.3). */
  hints?: boolean;
  /** What it says in a refusal where nothing is known. */
  matchIndexOfNo?: number;
  /** Takes no more than so many entries out of one message. */
  most?: number;
}

export class Peer {
  readonly me: Address;
  log: Entry[];
  commitIndex: Index = 0;
  /** How many entries have come to it, the same ones again included. */
  received = 0;
  readonly #manner: Manner;

  constructor(me: Address, log: readonly Entry[], manner: Manner = {}) {
    this.me = me;
    this.log = [...log];
    this.#manner = manner;
  }

  answer(message: AppendEntries): AppendEntriesReply {
    const { term, prevLogIndex, prevLogTerm } = message;
    const { matchIndexOfNo = 0, hints, most } = this.#manner;
    this.received += message.entries.length;
    if (termAt(this.log, prevLogIndex) !== prevLogTerm) {
      const conflict = hints ? { conflict: this.#conflictAt(prevLogIndex) } : {};
      return { kind: 'AppendEntriesReply', term, success: false, matchIndex: matchIndexOfNo, ...conflict };
    }
    const entries = message.entries.slice(0, most);
    this.log = [...afterwards(this.log, { ...message, entries })];
    const matchIndex = prevLogIndex + entries.length;
    this.commitIndex = Math.max(this.commitIndex, Math.min(message.leaderCommit, matchIndex));
    return { kind: 'AppendEntriesReply', term, success: true, matchIndex };
  }

  #conflictAt(index: Index): { term: Term | null; index: Index } {
    const term = termAt(this.log, index);
    if (term === undefined) return { term: null, index: lastIndex(this.log) + 1 };
    const first = this.log.findIndex((entry) => entry.term === term);
    return { term, index: first + 1 };
  }
}

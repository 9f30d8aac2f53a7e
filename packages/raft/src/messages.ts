/** What Raft's nodes say to each other: the arguments and results of Figure 2's remote procedure calls, as messages. */
import type { Address } from '@weekend/protocol';
import type { Reply, Request } from './client.ts';
import type { Entry } from './log.ts';
import type { Index, Term } from './order.ts';

export type Message =
  | RequestVote
  | RequestVoteReply
  | PreVote
  | PreVoteReply
  | AppendEntries
  | AppendEntriesReply
  | ConfirmLeader
  | ConfirmLeaderReply
  | Request
  | Reply;

/** §5.2: a candidate asks for a vote. */
export interface RequestVote {
  kind: 'RequestVote';
  /** The candidate's term. */
  term: Term;
  candidateId: Address;
  /** Index and term of the candidate's last log entry, 0 and 0 if it has none (§5.4.1). */
  lastLogIndex: Index;
  lastLogTerm: Term;
}

export interface RequestVoteReply {
  kind: 'RequestVoteReply';
  /** The voter's current term, for the candidate to update itself. */
  term: Term;
  voteGranted: boolean;
}

/**
 * Ongaro's dissertation §9.6: "would you vote for me, if I stood?" Optional; nobody has to send it. `term` is the
 * sender's current term, which asking does not change; it would stand in the next one.
 */
export interface PreVote {
  kind: 'PreVote';
  term: Term;
  candidateId: Address;
  lastLogIndex: Index;
  lastLogTerm: Term;
}

export interface PreVoteReply {
  kind: 'PreVoteReply';
  term: Term;
  voteGranted: boolean;
}

/** §5.3: a leader sends entries, or none as a heartbeat. */
export interface AppendEntries {
  kind: 'AppendEntries';
  term: Term;
  leaderId: Address;
  /** Index and term of the entry just before the new ones, 0 and 0 if there is none. */
  prevLogIndex: Index;
  prevLogTerm: Term;
  entries: readonly Entry[];
  leaderCommit: Index;
}

/**
 * A departure from Figure 2: messages can be repeated and overtaken here, so a reply says itself how far the follower's
 * log is known to agree (`matchIndex`, 0 if nothing is known), and the leader need not remember what it asked.
 */
export interface AppendEntriesReply {
  kind: 'AppendEntriesReply';
  term: Term;
  success: boolean;
  matchIndex: Index;
  /**
   * Optional, in a refusal (§5.3, end): the term of the entry at `prevLogIndex` and the first index of that term; or,
   * where the log ends before it, no term and the index after the last.
   */
  conflict?: { term: Term | null; index: Index };
}

/** §8: a leader asks whether it still leads, before it answers a read. `round` counts up, so that an answer says to which question. */
export interface ConfirmLeader {
  kind: 'ConfirmLeader';
  term: Term;
  round: number;
}

export interface ConfirmLeaderReply {
  kind: 'ConfirmLeaderReply';
  term: Term;
  round: number;
}

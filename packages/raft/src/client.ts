/**
 * What clients and nodes say to each other (§8), and what of it is written to the log. A client is an address like any
 * other; a node answers to where a request came from.
 */
import type { Index } from './order.ts';

/** A client asks. The node that can't help answers at once, so that the client can try another. */
export interface Request {
  kind: 'Request';
  id: RequestId;
  ask: Ask;
}

/**
 * Who asks, and the how-manieth of its writes this is, from 1. A client sends one write at a time, and sends it again
 * under the same id until it knows the outcome. `session` is null for one that does not ask for exactly-once.
 */
export interface RequestId {
  session: string | null;
  seq: number;
}

export type Ask = Read | Write;

export type Write =
  /** A value is text with one character for each of its bytes (Latin-1). `cas`: only if the key was last modified there, 0 for "only if absent". */
  | { kind: 'put'; key: string; value: string; flags: number; cas?: Index }
  /** A key that is not there is as good as deleted. */
  | { kind: 'delete'; key: string; cas?: Index }
  /** Every key that begins with `prefix`. */
  | { kind: 'delete-tree'; prefix: string };

export type Read =
  | { kind: 'get'; key: string; mode: ReadMode }
  /** Every key that begins with `prefix`, in order. */
  | { kind: 'list'; prefix: string; mode: ReadMode };

/** As in Consul: by lease, confirmed with a majority, or from whoever is asked. */
export type ReadMode = 'default' | 'consistent' | 'stale';

export interface Reply {
  kind: 'Reply';
  id: RequestId;
  answer: Answer;
}

export type Answer =
  /** A write was applied at `index`; `done` is false for a `cas` that did not hold. */
  | { kind: 'written'; done: boolean; index: Index }
  /** `lastContact`: for how many milliseconds no leader was heard, null if none ever was; 0 on the leader itself. */
  | { kind: 'read'; pairs: Pair[]; index: Index; knownLeader: boolean; lastContact: number | null }
  /** Nothing was done: this node does not lead. `leader` is who does, as far as it knows. */
  | { kind: 'not-leader'; leader: string | null }
  /** Leadership was lost while the request was under way: a write may be applied later, or never. */
  | { kind: 'unknown' }
  /** The session is too old to tell whether this write was done before: nothing was done now. */
  | { kind: 'expired' };

/** One key, as Consul tells it. Indexes are those of the log. */
export interface Pair {
  key: string;
  value: string;
  flags: number;
  createIndex: Index;
  modifyIndex: Index;
}

/** What an entry of the log asks the state machine to do. */
export type Command =
  /** §8: what a new leader appends, to learn what is committed. */
  { kind: 'no-op' } | { kind: 'write'; id: RequestId; write: Write };

/**
 * What the key-value stage keeps in a node's state. `machine` is the replicated state machine: the applied log decides it
 * alone, so it is the same on every node that has applied as much. The rest is one node's own.
 */
import type { Address, Millis } from '@weekend/protocol';
import type { Answer, Pair, Read, RequestId } from './client.ts';
import type { Index, Term } from './order.ts';

export interface KvState {
  machine: Machine;
  /** On a leader: who waits for which entry, in the order of the log. */
  writes: WaitingWrite[];
  /** On a leader: reads that wait, in the order in which they came. */
  reads: WaitingRead[];
  /** The last round of ConfirmLeader that was begun, when, and which peers have answered it. */
  round: number;
  roundBegan: Millis;
  confirmedBy: Address[];
  /** The last round that a majority has answered. */
  confirmed: number;
  /** Until when this leader may answer default reads by itself, by its own clock. */
  leaseUntil: Millis;
}

export interface Machine {
  /** Sorted by key. */
  pairs: Pair[];
  /** The last entry that changed a pair. */
  changedAt: Index;
  /** Keys that were deleted, sorted, and the index of the entry that did it: so that a list's index never falls. */
  graves: Grave[];
  /** The newest of the graves that were given up, so that those who are left need not be kept for ever. */
  graveless: Index;
  /** For each session, sorted by its name, its last write and what came of it, so that no write is applied twice (§8). */
  sessions: Session[];
}

export interface Grave {
  key: string;
  index: Index;
}

export interface Session {
  /** The session's name. */
  key: string;
  seq: number;
  answer: Answer;
  /** The entry by which it was last used: whoever has rested longest is forgotten first. */
  usedAt: Index;
}

export interface WaitingWrite {
  index: Index;
  term: Term;
  from: Address;
  id: RequestId;
}

export interface WaitingRead {
  from: Address;
  id: RequestId;
  read: Read;
  /** The round of ConfirmLeader that has to be confirmed by a majority before this is answered. */
  round: number;
  /** The index that has to be applied before. */
  readIndex: Index;
}

export const emptyKv = (): KvState => ({
  machine: { pairs: [], changedAt: 0, graves: [], graveless: 0, sessions: [] },
  writes: [],
  reads: [],
  round: 0,
  roundBegan: 0,
  confirmedBy: [],
  confirmed: 0,
  leaseUntil: 0,
});

/** What clients ask of a replica, and what it answers. Each key is a register of its own. */
import type { VectorClock } from './clock.ts';

export type Key = string;

/** `null`: there is nothing, or there is nothing any more. */
export type Value = string | null;

export interface Get {
  kind: 'Get';
  /** The client's number for this request; its answer carries the same. */
  id: number;
  key: Key;
}

/** To put `null` is to delete. */
export interface Put {
  kind: 'Put';
  id: number;
  key: Key;
  value: Value;
}

/** The answer to both. To a Put, `value` is null. */
export interface Reply {
  kind: 'Reply';
  id: number;
  value: Value;
}

/** The replica does not serve this: nothing was done. */
export interface Refused {
  kind: 'Refused';
  id: number;
}

/** A request of a client that moves from replica to replica and carries along what it knows. */
export interface SessionGet extends Get {
  /** The client has seen all writes up to this clock. */
  after: VectorClock;
}

export interface SessionPut extends Put {
  after: VectorClock;
}

export interface SessionReply extends Reply {
  /** What the client knows now. It merges this into the clock of its next request. */
  after: VectorClock;
}

/** Causal: each write is sent to all replicas with what its writer knew, and waits where that is not known yet. */
import type { Address } from '@weekend/protocol';
import type { VectorClock } from './clock.ts';
import type { Key, SessionGet, SessionPut, SessionReply } from './requests.ts';
import type { Version } from './version.ts';

export interface CausalState {
  me: Address;
  peers: readonly Address[];
  entries: Record<Key, Version>;
  /** How many writes of each replica have been applied here, its own among them. */
  applied: VectorClock;
  /** Updates that have come before something that they depend on. */
  early: Update[];
  /** Clients who know more than this replica does yet. */
  waiting: { client: Address; request: SessionGet | SessionPut }[];
}

/** A write of `version.writer`. */
export interface Update {
  kind: 'Update';
  key: Key;
  version: Version;
  /** What the writer had applied, this write included: its own entry is this write's number among its writes. */
  clock: VectorClock;
}

export interface Causal {
  State: CausalState;
  Message: SessionGet | SessionPut | SessionReply | Update;
  Timer: never;
  Durable: Record<string, never>;
}

/** Eventual: each replica answers at once from what it has, and now and then tells the others all of it. */
import type { Address } from '@weekend/protocol';
import type { Get, Key, Put, Reply } from './requests.ts';
import type { Version } from './version.ts';

export interface EventualState {
  me: Address;
  peers: readonly Address[];
  /** The newest version of each key that this replica knows, tombstones (value null) among them. */
  entries: Record<Key, Version>;
}

/** "This is all that I know." */
export interface Gossip {
  kind: 'Gossip';
  entries: Record<Key, Version>;
}

export interface Eventual {
  State: EventualState;
  Message: Get | Put | Reply | Gossip;
  Timer: 'gossip';
  Durable: Record<string, never>;
}

/** Milliseconds. */
export const gossipInterval = 100;

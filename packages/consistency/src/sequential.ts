/** Sequential: one replica numbers all writes, all apply them in that order, and each answers reads from its own copy. */
import type { Address } from '@weekend/protocol';
import type { Get, Key, Put, Reply, Value } from './requests.ts';

/** A client's write. `client` and `id` together are unique. */
export interface Write {
  client: Address;
  id: number;
  key: Key;
  value: Value;
  /** The replica that the client has asked, and that answers him. */
  replica: Address;
}

export interface SequentialState {
  me: Address;
  peers: readonly Address[];
  /** The replica that numbers the writes; the same at all replicas. */
  sequencer: Address;
  values: Record<Key, Value>;
  /** The number of the last write that has been applied here; 0 if none. */
  applied: number;
  /** Writes that have come before one with a lower number. */
  early: Ordered[];
  /** At the sequencer: all that it has numbered, number 1 first. */
  ordered: Write[];
}

/** To the sequencer: "please number this." */
export interface Forward {
  kind: 'Forward';
  write: Write;
}

/** From the sequencer, to all. Numbers begin at 1. */
export interface Ordered {
  kind: 'Ordered';
  number: number;
  write: Write;
}

export interface Sequential {
  State: SequentialState;
  Message: Get | Put | Reply | Forward | Ordered;
  Timer: never;
  Durable: Record<string, never>;
}

/** Linearizable: everything goes through the primary, and nothing counts before the backup has it. */
import type { Address } from '@weekend/protocol';
import type { Get, Key, Put, Refused, Reply, Value } from './requests.ts';

/** Who serves. An operator sends it when a replica has died; the dead one never comes back. */
export interface View {
  kind: 'View';
  /** The higher number is the newer view. */
  number: number;
  primary: Address;
  /** `null`: the primary is alone. */
  backup: Address | null;
}

export interface PrimaryState {
  me: Address;
  view: View;
  values: Record<Key, Value>;
  /** How many writes have been applied here. */
  applied: number;
  /** At the primary: writes that the backup is not known to have yet, in the order of their numbers. */
  pending: PendingWrite[];
  /** At the backup: writes that have come before one with a lower number. */
  early: Replicate[];
}

export interface PendingWrite {
  number: number;
  client: Address;
  put: Put;
}

/** From the primary of `view` to its backup. Numbers begin at 1. */
export interface Replicate {
  kind: 'Replicate';
  view: number;
  number: number;
  key: Key;
  value: Value;
}

/** "I have all writes up to `number`." */
export interface Replicated {
  kind: 'Replicated';
  view: number;
  number: number;
}

export interface PrimaryBackup {
  State: PrimaryState;
  Message: Get | Put | Reply | Refused | View | Replicate | Replicated;
  Timer: never;
  Durable: Record<string, never>;
}

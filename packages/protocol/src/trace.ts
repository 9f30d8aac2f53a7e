/**
 * What happened in a run, as plain data. Simulator and explorer write it; transcripts, diagrams and the workbench read
 * it. Nothing in it is shared with the run, so it can be kept, sent and compared.
 */
import type { Address, Changes, Millis, Shape } from './contract.ts';

/** A run from its beginning, in the order in which things happened. */
export type Trace<S extends Shape> = readonly TraceEvent<S>[];

export type TraceEvent<S extends Shape> = { readonly at: Millis } & Untimed<S>;

export type Untimed<S extends Shape> = TurnEvent<S> | EffectEvent<S> | FaultEvent<S>;

/** A node is called. `state` is what it knows afterwards, and absent if it did not survive the turn. */
export type TurnEvent<S extends Shape> =
  | { readonly kind: 'boot'; readonly node: Address; readonly saved: Partial<S['Durable']>; state?: S['State'] }
  | ({ readonly kind: 'deliver'; state?: S['State'] } & Carried<S>)
  | { readonly kind: 'timer'; readonly node: Address; readonly timer: S['Timer']; state?: S['State'] };

/** What came of a turn. */
export type EffectEvent<S extends Shape> =
  | { readonly kind: 'save'; readonly node: Address; readonly changes: Changes<S['Durable']> }
  | ({ readonly kind: 'send' } & Carried<S>)
  | { readonly kind: 'throw'; readonly node: Address; readonly error: string };

/** What the world did. A script has injected what no node sent. A crash with `unsaved` or `unsent` came in the middle of a turn and lost that many of each. */
export type FaultEvent<S extends Shape> =
  | ({ readonly kind: 'drop'; readonly why: 'lost' | 'cut' | 'down' } & Carried<S>)
  | ({ readonly kind: 'duplicate'; readonly copyOf: number } & Carried<S>)
  | ({ readonly kind: 'inject' } & Carried<S>)
  | { readonly kind: 'crash'; readonly node: Address; readonly unsaved?: number; readonly unsent?: number }
  | { readonly kind: 'pause' | 'resume'; readonly node: Address }
  | { readonly kind: 'cut' | 'join'; readonly from: Address; readonly to: Address }
  | { readonly kind: 'partition'; readonly groups: readonly (readonly Address[])[] }
  | { readonly kind: 'heal' }
  | { readonly kind: 'skew'; readonly node: Address; readonly rate: number; readonly ahead: Millis }
  | { readonly kind: 'network'; readonly network: object };

/** A message on its way. `id` is its own: a duplicate has another. */
export interface Carried<S extends Shape> {
  readonly id: number;
  readonly from: Address;
  readonly to: Address;
  readonly message: S['Message'];
}

/** What a plan can do to a cluster, and when. Plain data: it can be drawn, written down, and shortened. */
import type { Address, Millis } from '@weekend/protocol';
import type { Network } from './network.ts';

export type Fault = { at: Millis } & Mishap;

export type Mishap =
  | Crash
  /** Boots a node that is down. On one that is up it calls off an aimed crash that has not happened yet. */
  | { kind: 'restart'; node: Address }
  /** A paused node receives nothing and its timers do not fire; all of it comes when it resumes, timers first. */
  | { kind: 'pause' | 'resume'; node: Address }
  /** One way. What is on its way, or sent before `join`, is lost. */
  | { kind: 'cut' | 'join'; from: Address; to: Address }
  /** Nodes hear only those of their own group. Who is in none of the groups is in one more. Replaces earlier cuts. */
  | { kind: 'partition'; groups: readonly (readonly Address[])[] }
  /** Joins all cuts. */
  | { kind: 'heal' }
  /** A clock runs at another rate, and jumps ahead first. */
  | { kind: 'skew'; node: Address; rate: number; ahead?: Millis }
  | { kind: 'network'; network: Network };

export interface Crash {
  kind: 'crash';
  node: Address;
  /** If given, the node goes on until it comes to that point. */
  aim?: Aim;
  /** If given, the node boots again so long after the crash. */
  restartAfter?: Millis;
}

/**
 * A point inside a turn, counted from when the fault is due. A turn saves once, however often it calls `save`. Before the
 * save, the whole of the turn is lost; after it, what it would have sent; after the first of two sends, the second.
 */
export interface Aim {
  when: 'before' | 'after';
  what: 'save' | 'send';
  /** 1 is the next one. */
  nth: number;
}

/** What can be asked of the explorer: which cluster, what may happen to it, what must hold, and how far to look. */
import type { Address, Call, Millis, Protocol, Sent, Shape } from '@weekend/protocol';

/** What can happen. */
export interface Setting<S extends Shape> {
  /** Who runs what. Lineups may differ from node to node. */
  nodes: Readonly<Record<Address, Protocol<S>>>;
  /** Where the search begins. Left out, every node boots, in order, with an empty disk. */
  start?: Start<S>;
  /** `set`, if left out. */
  network?: Network;
  /** `in due order`, if left out. */
  timers?: Timers;
  /** How many crashes a run may have, between turns and inside them. None, if left out. Booting again is free. */
  crashes?: number;
  /** What the world outside may say to the cluster. */
  injections?: readonly Injection<S>[];
  /**
   * Takes states for one that differ in the names of the nodes alone. Right only where all nodes run one protocol that
   * compares addresses for equality and in which a list of addresses is read as a set; the invariants likewise. Each state
   * is compared under all names, so it pays where memory is short, not time.
   */
  symmetric?: boolean;
  /** `left out`, if left out: what can do nothing any more does not make a state another. See `moot.ts`. */
  mootMail?: 'left out' | 'kept';
  /** Where a node may go: `({ currentTerm }) => currentTerm <= 2`. What leads out of it is not looked at. */
  within?: (state: S['State']) => boolean;
  /** Which states are looked at and not searched beyond. */
  prune?: (cluster: Cluster<S>) => boolean;
}

/** And what is to be found out about it. */
export interface Question<S extends Shape, Past extends object = object> extends Setting<S> {
  /** What the invariants remember of a run when it begins: plain data. `{}`, if left out. */
  past?: Past;
  invariants?: readonly Invariant<S, Past>[];
  goals?: readonly Goal<S, Past>[];
  /** A million states and a gigabyte, if left out. */
  budget?: Budget;
  /** Ends the search when every goal is reached: then the answer is `reached`. */
  stopAtGoals?: boolean;
}

/**
 * `set`: what was sent stays there, and is delivered never, once or often, in any order: every loss, repetition, delay
 * and overtaking there is, without a budget. `bag`: what is delivered is gone; a run may have so many losses and
 * repetitions (none, if left out). Where nodes send the same again and again, a bag has no end, unless no more than so
 * many copies of one message may be on their way: those beyond are lost.
 */
export type Network = 'set' | { kind: 'bag'; losses?: number; duplications?: number; copies?: number };

/**
 * `any`: an armed timer may fire. `in due order`: so it may, unless another of its node is due before in any case. That
 * is one whose `max` is below this one's `min` and that was set in the same turn or in one before. It holds on every
 * machine, also on one that is late: between nodes nothing holds, since their clocks need not agree, nor where a timer
 * was set anew after the other.
 */
export type Timers = 'in due order' | 'any';

export interface Start<S extends Shape> {
  /** Who is not named boots with an empty disk. */
  nodes?: Readonly<Record<Address, NodeStart<S>>>;
  /** What is on its way. */
  packets?: readonly Letter<S>[];
}

export interface NodeStart<S extends Shape> {
  /** What is on its disk. */
  saved?: Partial<S['Durable']>;
  /** What it knows, literally; it does not boot then. */
  state?: S['State'];
  /** Which timers run beside a literal state. */
  timers?: readonly S['Timer'][];
  /** It has not booted yet, and may. */
  down?: boolean;
}

/** A message as it lies in the network. */
export interface Letter<S extends Shape> {
  from: Address;
  to: Address;
  message: S['Message'];
}

/** A message from outside the protocol: a client's, an adversary's. It arrives in the moment in which it is sent. */
export interface Injection<S extends Shape> {
  /** Somebody outside of the cluster hears no answer; what is sent to him is seen by the invariants only. */
  from: Address;
  /** Left out, to any one node. */
  to?: Address;
  message: S['Message'];
  /** How often in a run. Once, if left out. */
  times?: number;
}

export interface Invariant<S extends Shape, Past extends object = object> {
  /** `Election Safety (§5.2)` */
  name: string;
  /**
   * What is broken, if anything is, now that a node has taken a turn. May take notes in `past`, which belongs to this run
   * alone. Must depend on its arguments alone, since it is asked once for equal ones. Not told of turns that change
   * nothing and send nothing that was not sent before.
   */
  check(seen: Seen<S>, past: Past): string | undefined;
}

/** A turn, as an invariant sees it. Frozen. */
export interface Seen<S extends Shape> {
  readonly node: Address;
  /** What the node knows now; nothing if it crashed in this turn. */
  readonly state: S['State'] | undefined;
  /** What it was called for; nothing for a node whose state at the start was given literally. */
  readonly call: Call<S> | undefined;
  /** What has left the node in this turn. */
  readonly sends: readonly Sent<S>[];
  /** What all other nodes that are up know. To read it makes the search slower. */
  readonly others: readonly S['State'][];
}

/** A state that a run must be able to reach. */
export interface Goal<S extends Shape, Past extends object = object> {
  name: string;
  reached(cluster: Cluster<S>, past: Past): boolean;
  /** How far it is from there: for the nearest run, where none gets there. */
  distance?(cluster: Cluster<S>, past: Past): number;
}

/** What each node knows; nothing of one that is down. Frozen. */
export type Cluster<S extends Shape> = Readonly<Record<Address, S['State'] | undefined>>;

/** Never in seconds, so that an answer is the same on every machine. */
export interface Budget {
  /** Distinct states of the whole cluster that are looked for breadth first. */
  states?: number;
  /** As many more by dives, for what lies deeper. None, if left out. */
  dives?: Dives;
  /** As estimated from counts, not as measured. */
  bytes?: number;
}

/** Depth first by chance: from somewhere at the edge of what is known, down, and again. */
export interface Dives {
  states: number;
  /** A whole number. */
  seed: number;
  /** How many steps a dive goes down: 100, if left out. */
  depth?: number;
}

/** World.now, for every node and at all times: the explorer has orders of events, not times. */
export const now: Millis = 0;

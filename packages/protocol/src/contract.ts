/**
 * The contract between a protocol and the world it runs in.
 *
 * A protocol is logic alone: handlers over plain data. It owns no clock, no network, no disk and no dice; it asks its
 * `World` for them. That is why one file runs in a simulator, in an explorer, in the browser, as a process and in a
 * container, and why a failing run can be told again, byte for byte.
 */

/** The name of a node, unique in its cluster: `n1`, `n2`, … Compare addresses for equality only. */
export type Address = string;

/** Milliseconds: of time that has passed, or since an epoch that only the runtime knows. */
export type Millis = number;

/** The four types that make a protocol, bundled so that everything else takes one parameter. */
export interface Shape {
  /** What a node knows. Lost in a crash. */
  State: object;
  /** What nodes say to each other. */
  Message: { kind: string };
  /** The names of a node's timers. */
  Timer: string;
  /** What a node has on its disk. */
  Durable: object;
}

/**
 * A protocol: what a node does when it boots, when a message arrives and when a timer fires.
 *
 * State, messages and everything saved are plain data: objects, arrays, strings, finite numbers, booleans and null.
 * The runtime owns the state. A handler changes it in place and returns nothing; `undefined` as the return type is what
 * makes an `async` handler a type error.
 *
 * A handler that throws crashes its node: nothing of what it asked for is saved or sent.
 */
export interface Protocol<S extends Shape> {
  /** Boots a node. After a crash, `saved` is all that survived; on the first boot it is empty. */
  start(me: Address, peers: readonly Address[], saved: Partial<S['Durable']>, world: World<S>): S['State'];
  onMessage(state: S['State'], from: Address, message: S['Message'], world: World<S>): undefined;
  onTimer(state: S['State'], timer: S['Timer'], world: World<S>): undefined;
}

/** Nothing happens until the handler returns; then every `save` reaches the disk before any `send` reaches the network. */
export interface World<S extends Shape> {
  /** The only clock. It never goes backwards while a node is up; two nodes' clocks need not agree. */
  readonly now: Millis;

  /**
   * The only disk: replaces the fields named in `changes`. All that one turn saves reaches the disk together or, in a
   * crash, not at all. A field that holds a list may be given by its `Tail`, so that a long log is not written again for
   * each entry.
   */
  save(changes: Changes<S['Durable']>): void;

  /**
   * The only network. Fire and forget: a message may be lost, repeated, delayed and overtaken by a later one. `to` is a
   * node of the cluster, this one too, or a client that has sent this node a message; anybody else is a mistake,
   * which crashes the node.
   */
  send(to: Address, message: S['Message']): void;

  /**
   * Fires once, after a delay that the runtime draws from [min, max] (`max` is `min` if left out), both whole or not,
   * 0 ≤ min ≤ max. A timer that is already running is set anew.
   */
  setTimer(timer: S['Timer'], min: Millis, max?: Millis): void;

  /** Stops a timer. Stopping one that does not run is allowed. */
  clearTimer(timer: S['Timer']): void;

  /** The only dice: a draw in a run, a branch in the explorer. Throws if there is nothing to choose from. */
  choose<T>(options: readonly T[]): T;
}

/** What `save` takes: new values for some fields, a list also by its tail. */
export type Changes<Durable> = {
  [Field in keyof Durable]?: Durable[Field] extends readonly (infer Item)[]
    ? Durable[Field] | Tail<Item>
    : Durable[Field];
};

/** The end of a saved list: what stands from position `from` (0 is the first) on is now `items`, and nothing more. */
export interface Tail<Item> {
  readonly from: number;
  readonly items: readonly Item[];
}

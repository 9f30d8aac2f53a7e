/** The nouns of stage 01, and the functions that make it, in the order in which one writes them. */
import type { World } from './world.ts';

export interface Concurrency {
  oneAfterAnother<T>(tasks: readonly Task<T>[]): Promise<T[]>;
  allAtOnce<T>(tasks: readonly Task<T>[]): Promise<T[]>;
  atMost<T>(limit: number, tasks: readonly Task<T>[]): Promise<T[]>;
  longLoop(world: World, count: number, step: (index: number) => void): Promise<void>;
  future<T>(): Future<T>;
  incrementUnsafely(cell: Cell): Promise<void>;
  incrementSafely(cell: Cell, lock: Mutex): Promise<void>;
  mutex(): Mutex;
  channel<T>(capacity: number): Channel<T>;
  transfer(from: Account, to: Account, amount: number): Promise<void>;
  countPrimes(from: number, to: number): number;
  countPrimesOn(workers: Workers, from: number, to: number): Promise<number>;
  addUnsafely(counter: Int32Array, times: number): void;
  addSafely(counter: Int32Array, times: number): void;
  speedUp(parallelShare: number, workers: number): number;
}

/** Something to do. To call it is to start it. */
export type Task<T> = () => Promise<T>;

/** A value that somebody will have later. */
export interface Future<T> {
  /** Settles it with a value, unless it is settled already. Answers whether it was this call that settled it. */
  resolve(value: T): boolean;
  /** Settles it with an error, likewise. */
  reject(error: unknown): boolean;
  /** Waits until it is settled. Anybody may read, before and after, as often as he likes. */
  read(): Promise<T>;
}

/** A number that takes a while to read and a while to write, as one in a database does. */
export interface Cell {
  read(): Promise<number>;
  write(value: number): Promise<void>;
}

/** A lock: one holder at a time, first come, first served. */
export interface Mutex {
  /** Waits for its turn, and answers how to give the lock back. */
  acquire(): Promise<Release>;
  /** Does `critical` while it holds the lock, gives the lock back however that ends, and ends likewise. */
  run<T>(critical: () => Promise<T>): Promise<T>;
}

/** Gives the lock back that came with it. Once: called again, it throws or does nothing. */
export type Release = () => void;

/** A queue between coroutines that holds `capacity` values at most. */
export interface Channel<T> {
  /** Waits until there is room. Fails if the channel is closed. */
  send(value: T): Promise<void>;
  /** Waits until there is a value, or until the channel is closed and none can come. */
  receive(): Promise<Received<T>>;
  /** Nothing more is sent. What was sent before can still be received. To close again changes nothing. */
  close(): void;
}

export type Received<T> = { kind: 'value'; value: T } | { kind: 'closed' };

/** A bank account. Who reads or writes its balance holds its lock. */
export interface Account {
  /** No two accounts have the same. */
  readonly id: number;
  readonly lock: Mutex;
  read(): Promise<number>;
  write(balance: number): Promise<void>;
}

/** Threads, each of which has loaded your file. */
export interface Workers {
  /** How many can run at once. */
  readonly count: number;
  /** Has a free thread call your `countPrimes(from, to)`, or waits until one is free. */
  run(from: number, to: number): Promise<number>;
}

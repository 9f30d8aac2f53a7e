/**
 * 01 · Concurrency. The task is in README.md beside this file.
 *
 * Where a function gives a promise you may write `async` before its name. There is no `setTimeout` here: who wants time
 * to pass asks `world.wait`. Replace each `notWritten(…)` with your code; helper functions of your own are welcome
 * below.
 */
import type { Account, Cell, Channel, Concurrency, Future, Mutex, Task, Workers, World } from '@weekend/concurrency';
import { notWritten } from '@weekend/protocol';

export const concurrency: Concurrency = {
  /**
   * Starts each task when the one before it has ended. Gives their results, in order. When one fails, so does this, with the
   * same error, and the tasks after it are not started.
   */
  oneAfterAnother<T>(_tasks: readonly Task<T>[]): Promise<T[]> {
    notWritten('oneAfterAnother, one task after another');
  },

  /**
   * Starts all tasks before it waits for any. Gives their results, in the order of the tasks, whichever ends first. When some
   * fail, so does this, with the error of the one that failed first in time; no failure is left without somebody who handles it.
   */
  allAtOnce<T>(_tasks: readonly Task<T>[]): Promise<T[]> {
    notWritten('allAtOnce, all tasks at once');
  },

  /**
   * Runs at most `limit` tasks at a time. Starts them in their order; as soon as one ends, the next one starts. Gives the
   * results in the order of the tasks. A task may fail, or throw already when it is called: that makes its place free like
   * any other end, and all other tasks are still run. Then this fails, too, with the error that came first in time.
   */
  atMost<T>(_limit: number, _tasks: readonly Task<T>[]): Promise<T[]> {
    notWritten('atMost, at most so many tasks at a time');
  },

  /**
   * Calls step(0), step(1), … step(count - 1). A step does not wait: it holds the thread, for 5 ms at most. See to it that
   * nobody else who wants to run has to wait for longer than 20 ms. When a step throws, this fails likewise and stops.
   */
  longLoop(_world: World, _count: number, _step: (index: number) => void): Promise<void> {
    notWritten('longLoop, a long loop that lets others run');
  },

  /**
   * A value to come. The first `resolve` or `reject` settles it and answers true; all later ones change nothing and answer
   * false. Who reads before that waits; who reads after that gets the same. Any value is a value, `undefined` too. An error
   * may come before its first reader: it is kept for him, and until then nobody need know.
   */
  future<T>(): Future<T> {
    notWritten('future, a value that somebody will have later');
  },

  /** Reads the cell and writes what it has read plus 1, with no care for others. Ends when the write has. */
  incrementUnsafely(_cell: Cell): Promise<void> {
    notWritten('incrementUnsafely, an increment that can be lost');
  },

  /** The same, so that none is lost: everybody who changes the cell holds `lock` meanwhile. */
  incrementSafely(_cell: Cell, _lock: Mutex): Promise<void> {
    notWritten('incrementSafely, an increment under a lock');
  },

  /**
   * A lock. One holder at a time; whoever asked first gets it first, and nobody who comes later gets in between. `run` gives
   * it back however `critical` ends: well, by failing, or by throwing at once. What `acquire` answers gives the lock back
   * once; called again it does nothing or throws, and never lets anybody in.
   */
  mutex(): Mutex {
    notWritten('mutex, a lock');
  },

  /**
   * A queue that holds `capacity` values (1 or more). `send` waits while it is full, `receive` while it is empty. Values come
   * out in the order in which they were sent; of those who wait, whoever has waited longest is first. After `close`, a new
   * `send` fails; what was sent before, also by those who still wait for room, is still received; then every `receive`
   * answers `{ kind: 'closed' }`, also to those who wait already.
   */
  channel<T>(_capacity: number): Channel<T> {
    notWritten('channel, a queue between coroutines');
  },

  /**
   * Moves money. Holds the locks of both accounts from the first reading to the last writing, and gives both back however it
   * ends. Fails with an Error of yours, and moves nothing, if `from` has less than `amount`. Transfers in any directions at
   * once never wait for each other for ever; one from an account to itself changes nothing.
   */
  transfer(_from: Account, _to: Account, _amount: number): Promise<void> {
    notWritten('transfer, two locks at a time');
  },

  /** How many primes there are from `from` to below `to`. Work for a processor, and a simple way will do. */
  countPrimes(_from: number, _to: number): number {
    notWritten('countPrimes, work for a processor');
  },

  /**
   * The same, counted by workers: each number by one of them, all workers at work at once, on parts that are about equal.
   * This thread only waits, so it is free for others.
   */
  countPrimesOn(_workers: Workers, _from: number, _to: number): Promise<number> {
    notWritten('countPrimesOn, work shared among threads');
  },

  /**
   * Adds 1 to counter[0], `times` times, as if no other thread were there: reads it, and writes it plus 1. It works on the
   * array that it is given, and on no other.
   */
  addUnsafely(_counter: Int32Array, _times: number): void {
    notWritten('addUnsafely, a counter that loses');
  },

  /** The same, with `Atomics`: whatever another thread adds with `Atomics.add` in between, no count is lost. */
  addSafely(_counter: Int32Array, _times: number): void {
    notWritten('addSafely, a counter that does not lose');
  },

  /** Amdahl: how many times faster a job gets on so many workers, of which the share `parallelShare` can be shared. */
  speedUp(_parallelShare: number, _workers: number): number {
    notWritten('speedUp, Amdahl’s law');
  },
};

/**
 * 01 · Concurrency.
 *
 * Where a function gives a promise you may write `async` before its name. There is no `setTimeout` here: who wants time to
 * pass asks `world.wait`.
 */
import type {
  Account,
  Cell,
  Channel,
  Concurrency,
  Future,
  Mutex,
  Received,
  Release,
  Task,
  Workers,
  World,
} from '@weekend/concurrency';

export const concurrency: Concurrency = {
  /**
   * Starts each task when the one before it has ended. Gives their results, in order. When one fails, so does this, with the
   * same error, and the tasks after it are not started.
   */
  async oneAfterAnother<T>(tasks: readonly Task<T>[]): Promise<T[]> {
    // stub: one task after another
    const results: T[] = [];
    for (const task of tasks) results.push(await task());
    return results;
  },

  /**
   * Starts all tasks before it waits for any. Gives their results, in the order of the tasks, whichever ends first. When some
   * fail, so does this, with the error of the one that failed first in time; no failure is left without somebody who handles it.
   */
  allAtOnce<T>(tasks: readonly Task<T>[]): Promise<T[]> {
    // stub: all tasks at once
    return Promise.all(tasks.map((task) => task()));
  },

  /**
   * Runs at most `limit` tasks at a time. Starts them in their order; as soon as one ends, the next one starts. Gives the
   * results in the order of the tasks. A task may fail, or throw already when it is called: that makes its place free like
   * any other end, and all other tasks are still run. Then this fails, too, with the error that came first in time.
   */
  async atMost<T>(limit: number, tasks: readonly Task<T>[]): Promise<T[]> {
    // stub: at most so many tasks at a time
    const results: T[] = [];
    const queue = tasks.entries();
    let failure: { error: unknown } | undefined;
    // Whoever is free takes the next from the one queue.
    const work = async () => {
      for (const [index, task] of queue)
        try {
          results[index] = await task();
        } catch (error) {
          failure ??= { error };
        }
    };
    await Promise.all(Array.from({ length: limit }, work));
    if (failure) throw failure.error;
    return results;
  },

  /**
   * Calls step(0), step(1), … step(count - 1). A step does not wait: it holds the thread, for 5 ms at most. See to it that
   * nobody else who wants to run has to wait for longer than 20 ms. When a step throws, this fails likewise and stops.
   */
  async longLoop(world: World, count: number, step: (index: number) => void): Promise<void> {
    // stub: a long loop that lets others run
    let since = world.now;
    for (let index = 0; index < count; index += 1) {
      step(index);
      if (world.now - since < longestHold) continue;
      await world.wait(0);
      since = world.now;
    }
  },

  /**
   * A value to come. The first `resolve` or `reject` settles it and answers true; all later ones change nothing and answer
   * false. Who reads before that waits; who reads after that gets the same. Any value is a value, `undefined` too. An error
   * may come before its first reader: it is kept for him, and until then nobody need know.
   */
  future<T>(): Future<T> {
    // stub: a value that somebody will have later
    let settled = false;
    let fulfil: (value: T) => void = () => {};
    let fail: (error: unknown) => void = () => {};
    const promise = new Promise<T>((resolve, reject) => {
      fulfil = resolve;
      fail = reject;
    });
    // An error may come before the first who reads it.
    promise.catch(() => {});
    const settle = (how: () => void) => {
      if (settled) return false;
      settled = true;
      how();
      return true;
    };
    return {
      resolve: (value) => settle(() => fulfil(value)),
      reject: (error) => settle(() => fail(error)),
      read: () => promise,
    };
  },

  /** Reads the cell and writes what it has read plus 1, with no care for others. Ends when the write has. */
  async incrementUnsafely(cell: Cell): Promise<void> {
    // stub: an increment that can be lost
    const value = await cell.read();
    await cell.write(value + 1);
  },

  /** The same, so that none is lost: everybody who changes the cell holds `lock` meanwhile. */
  async incrementSafely(cell: Cell, lock: Mutex): Promise<void> {
    // stub: an increment under a lock
    await lock.run(() => concurrency.incrementUnsafely(cell));
  },

  /**
   * A lock. One holder at a time; whoever asked first gets it first, and nobody who comes later gets in between. `run` gives
   * it back however `critical` ends: well, by failing, or by throwing at once. What `acquire` answers gives the lock back
   * once; called again it does nothing or throws, and never lets anybody in.
   */
  mutex(): Mutex {
    // stub: a lock
    const waiting: (() => void)[] = [];
    let held = false;

    const acquire = async (): Promise<Release> => {
      if (held) await new Promise<void>((turn) => waiting.push(turn));
      held = true;
      return once(() => {
        // The lock goes from hand to hand: it is never free while somebody waits, so nobody slips in between.
        const next = waiting.shift();
        if (next) next();
        else held = false;
      });
    };

    return {
      acquire,
      async run(critical) {
        const release = await acquire();
        try {
          return await critical();
        } finally {
          release();
        }
      },
    };
  },

  /**
   * A queue that holds `capacity` values (1 or more). `send` waits while it is full, `receive` while it is empty. Values come
   * out in the order in which they were sent; of those who wait, whoever has waited longest is first. After `close`, a new
   * `send` fails; what was sent before, also by those who still wait for room, is still received; then every `receive`
   * answers `{ kind: 'closed' }`, also to those who wait already.
   */
  channel<T>(capacity: number): Channel<T> {
    // stub: a queue between coroutines
    const values: T[] = [];
    const senders: { value: T; sent: () => void }[] = [];
    const receivers: ((received: Received<T>) => void)[] = [];
    let closed = false;

    return {
      async send(value) {
        if (closed) throw new Error('Cannot send: the channel is closed');
        const receiver = receivers.shift();
        if (receiver) receiver({ kind: 'value', value });
        else if (values.length < capacity) values.push(value);
        else await new Promise<void>((sent) => senders.push({ value, sent }));
      },
      async receive() {
        if (values.length === 0)
          return closed ? { kind: 'closed' } : new Promise<Received<T>>((receive) => receivers.push(receive));
        const value = values.shift() as T;
        const sender = senders.shift();
        if (sender) {
          values.push(sender.value);
          sender.sent();
        }
        return { kind: 'value', value };
      },
      close() {
        closed = true;
        for (const receive of receivers.splice(0)) receive({ kind: 'closed' });
      },
    };
  },

  /**
   * Moves money. Holds the locks of both accounts from the first reading to the last writing, and gives both back however it
   * ends. Fails with an Error of yours, and moves nothing, if `from` has less than `amount`. Transfers in any directions at
   * once never wait for each other for ever; one from an account to itself changes nothing.
   */
  async transfer(from: Account, to: Account, amount: number): Promise<void> {
    // stub: two locks at a time
    await holdingBoth(from, to, async () => {
      const balance = await from.read();
      if (balance < amount) throw new Error(`Cannot transfer ${amount}: account ${from.id} has ${balance}`);
      await from.write(balance - amount);
      await to.write((await to.read()) + amount);
    });
  },

  /** How many primes there are from `from` to below `to`. Work for a processor, and a simple way will do. */
  countPrimes(from: number, to: number): number {
    // stub: work for a processor
    let primes = 0;
    for (let number = from; number < to; number += 1) if (isPrime(number)) primes += 1;
    return primes;
  },

  /**
   * The same, counted by workers: each number by one of them, all workers at work at once, on parts that are about equal.
   * This thread only waits, so it is free for others.
   */
  async countPrimesOn(workers: Workers, from: number, to: number): Promise<number> {
    // stub: work shared among threads
    const part = Math.ceil((to - from) / workers.count);
    const counts: Promise<number>[] = [];
    for (let start = from; start < to; start += part) counts.push(workers.run(start, Math.min(start + part, to)));
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  },

  /**
   * Adds 1 to counter[0], `times` times, as if no other thread were there: reads it, and writes it plus 1. It works on the
   * array that it is given, and on no other.
   */
  addUnsafely(counter: Int32Array, times: number): void {
    // stub: a counter that loses
    for (let time = 0; time < times; time += 1) counter[0] = (counter[0] ?? 0) + 1;
  },

  /** The same, with `Atomics`: whatever another thread adds with `Atomics.add` in between, no count is lost. */
  addSafely(counter: Int32Array, times: number): void {
    // stub: a counter that does not lose
    for (let time = 0; time < times; time += 1) Atomics.add(counter, 0, 1);
  },

  /** Amdahl: how many times faster a job gets on so many workers, of which the share `parallelShare` can be shared. */
  speedUp(parallelShare: number, workers: number): number {
    // stub: Amdahl’s law
    return 1 / (1 - parallelShare + parallelShare / workers);
  },
};

/** Milliseconds for which a long loop keeps the thread. */
const longestHold = 10;

function once(act: () => void): Release {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}

/** The lower id first, whichever way the money goes: so nobody waits in a ring. */
async function holdingBoth(a: Account, b: Account, act: () => Promise<void>): Promise<void> {
  if (a.id === b.id) return a.lock.run(act);
  const [first, second] = a.id < b.id ? [a, b] : [b, a];
  return first.lock.run(() => second.lock.run(act));
}

function isPrime(number: number): boolean {
  if (number < 2) return false;
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false;
  return true;
}

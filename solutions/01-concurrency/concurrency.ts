/** Concurrency on one thread and on many: what a coroutine may rely on, and what it must see to. */
import type { Account, Channel, Concurrency, Future, Received, Release, Task } from '@weekend/concurrency';

export const concurrency: Concurrency = {
  async oneAfterAnother<T>(tasks: readonly Task<T>[]) {
    const results: T[] = [];
    for (const task of tasks) results.push(await task());
    return results;
  },

  allAtOnce(tasks) {
    return Promise.all(tasks.map((task) => task()));
  },

  async atMost<T>(limit: number, tasks: readonly Task<T>[]) {
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

  async longLoop(world, count, step) {
    let since = world.now;
    for (let index = 0; index < count; index += 1) {
      step(index);
      if (world.now - since < longestHold) continue;
      await world.wait(0);
      since = world.now;
    }
  },

  future<T>(): Future<T> {
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

  async incrementUnsafely(cell) {
    const value = await cell.read();
    await cell.write(value + 1);
  },

  async incrementSafely(cell, lock) {
    await lock.run(() => concurrency.incrementUnsafely(cell));
  },

  mutex() {
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

  channel<T>(capacity: number): Channel<T> {
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

  async transfer(from, to, amount) {
    await holdingBoth(from, to, async () => {
      const balance = await from.read();
      if (balance < amount) throw new Error(`Cannot transfer ${amount}: account ${from.id} has ${balance}`);
      await from.write(balance - amount);
      await to.write((await to.read()) + amount);
    });
  },

  countPrimes(from, to) {
    let primes = 0;
    for (let number = from; number < to; number += 1) if (isPrime(number)) primes += 1;
    return primes;
  },

  async countPrimesOn(workers, from, to) {
    const part = Math.ceil((to - from) / workers.count);
    const counts: Promise<number>[] = [];
    for (let start = from; start < to; start += part) counts.push(workers.run(start, Math.min(start + part, to)));
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  },

  addUnsafely(counter, times) {
    for (let time = 0; time < times; time += 1) counter[0] = (counter[0] ?? 0) + 1;
  },

  addSafely(counter, times) {
    for (let time = 0; time < times; time += 1) Atomics.add(counter, 0, 1);
  },

  speedUp(parallelShare, workers) {
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

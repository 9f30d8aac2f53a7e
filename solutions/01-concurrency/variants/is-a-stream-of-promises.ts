/**
 * A channel that is a chain of promises, each with the next one behind it: whoever receives takes the next promise, whoever
 * sends fulfils the next one. A lock that is the end of all critical sections so far.
 */
import type { Channel, Concurrency, Mutex, Received, Release } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  mutex(): Mutex {
    let all: Promise<unknown> = Promise.resolve();
    function run<T>(critical: () => Promise<T>): Promise<T> {
      const mine = all.then(critical);
      all = mine.catch(() => {});
      return mine;
    }
    return {
      run,
      acquire: () =>
        new Promise<Release>((turn) => {
          void run(() => new Promise<void>((free) => turn(() => free())));
        }),
    };
  },

  channel<T>(capacity: number): Channel<T> {
    let [toSend, toReceive] = twice(link<T>());
    /** How many may be sent before somebody has to wait; below 0, so many wait. */
    let room = capacity;
    const waiting: (() => void)[] = [];
    let closed = false;
    return {
      async send(value) {
        if (closed) throw new Error('Cannot send: the channel is closed');
        toSend.fulfil({ kind: 'value', value });
        toSend = toSend.next();
        room -= 1;
        if (room < 0) await new Promise<void>((sent) => waiting.push(sent));
      },
      receive() {
        const mine = toReceive;
        toReceive = mine.next();
        room += 1;
        waiting.shift()?.();
        if (closed) mine.fulfil({ kind: 'closed' });
        return mine.promise;
      },
      close() {
        closed = true;
        for (let each = toSend; each !== toReceive && !each.isLast(); each = each.next())
          each.fulfil({ kind: 'closed' });
      },
    };
  },

  /** Each half, one after the other: it ends at single steps, with a rest before each. */
  longLoop(world, count, step) {
    const between = async (from: number, to: number): Promise<void> => {
      if (to - from > 1) {
        const half = (from + to) >> 1;
        await between(from, half);
        await between(half, to);
      } else if (from < to) {
        await world.wait(0);
        step(from);
      }
    };
    return between(0, count);
  },
};

interface Link<T> {
  promise: Promise<Received<T>>;
  fulfil(received: Received<T>): void;
  next(): Link<T>;
  isLast(): boolean;
}

function link<T>(): Link<T> {
  let fulfil: (received: Received<T>) => void = () => {};
  const promise = new Promise<Received<T>>((resolve) => {
    fulfil = resolve;
  });
  let following: Link<T> | undefined;
  return {
    promise,
    fulfil: (received) => fulfil(received),
    next: () => (following ??= link()),
    isLast: () => following === undefined,
  };
}

const twice = <T>(one: T): [T, T] => [one, one];

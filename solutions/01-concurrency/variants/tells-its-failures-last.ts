/**
 * Semaphores for everything, and failures as values until the very end, when everybody else is done: what comes out is what
 * failed first, some turns of the queue of promises later than it could.
 */
import type { Channel, Concurrency, Received, Task } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  allAtOnce: (tasks) => limited(Number.POSITIVE_INFINITY, tasks),
  atMost: (limit, tasks) => limited(limit, tasks),

  async incrementSafely(cell, lock) {
    const ending = await lock.run(() => endOf(() => reference.incrementUnsafely(cell)));
    return resultOf(ending);
  },

  /** A semaphore for the room, and one for the values. */
  channel<T>(capacity: number): Channel<T> {
    const room = new Semaphore(capacity);
    const there = new Semaphore(0);
    const values: T[] = [];
    let closed = false;
    let [sent, asked] = [0, 0];
    return {
      async send(value) {
        if (closed) throw new RangeError('Cannot send: the channel is closed');
        sent += 1;
        values.push(value);
        there.up();
        await room.down();
      },
      async receive(): Promise<Received<T>> {
        asked += 1;
        if (closed && asked > sent) return { kind: 'closed' };
        await there.down();
        if (values.length === 0) return { kind: 'closed' };
        room.up();
        return { kind: 'value', value: values.shift() as T };
      },
      close() {
        if (!closed) for (let missing = sent; missing < asked; missing += 1) there.up();
        closed = true;
      },
    };
  },

  /** Reads and writes both accounts at once; what one of them has written is put back if the other fails. */
  async transfer(from, to, amount) {
    if (from === to) return reference.transfer(from, to, amount);
    const [first, second] = from.id > to.id ? [from, to] : [to, from];
    const move = async () => {
      const [here, there] = (await all([() => from.read(), () => to.read()])).map(resultOf) as [number, number];
      if (here < amount) throw new RangeError(`Cannot transfer: account ${from.id} lacks ${amount - here}`);
      const endings = await all([() => to.write(there + amount), () => from.write(here - amount)]);
      if (endings.some(({ kind }) => kind === 'failed')) await all([() => to.write(there), () => from.write(here)]);
      endings.map(resultOf);
    };
    await first.lock.run(() => second.lock.run(move));
  },
};

type Ending<T> = { kind: 'done'; value: T } | { kind: 'failed'; error: unknown };

async function endOf<T>(task: Task<T>): Promise<Ending<T>> {
  try {
    return { kind: 'done', value: await task() };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

function resultOf<T>(ending: Ending<T>): T {
  if (ending.kind === 'failed') throw ending.error;
  return ending.value;
}

const all = <T>(tasks: readonly Task<T>[]): Promise<Ending<T>[]> => Promise.all(tasks.map(endOf));

async function limited<T>(limit: number, tasks: readonly Task<T>[]): Promise<T[]> {
  const places = new Semaphore(limit);
  const failures: Ending<T>[] = [];
  const endings = await Promise.all(
    tasks.map(async (task) => {
      await places.down();
      const ending = await endOf(task);
      if (ending.kind === 'failed') failures.push(ending);
      places.up();
      return ending;
    }),
  );
  return [...failures.slice(0, 1), ...endings].map(resultOf);
}

/** So many may pass; each who comes later waits until somebody lets him. */
class Semaphore {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(free: number) {
    this.#free = free;
  }

  async down(): Promise<void> {
    this.#free -= 1;
    if (this.#free < 0) await new Promise<void>((pass) => this.#waiting.add(pass));
  }

  up(): void {
    this.#free += 1;
    const [first] = this.#waiting;
    if (!first) return;
    this.#waiting.delete(first);
    first();
  }
}

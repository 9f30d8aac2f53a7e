/** Parts from which unusual solutions, right and wrong, are made. */
import type { Account, Mutex, Release } from '@weekend/concurrency';

/** Does it the first time it is called, and nothing after that. */
export const once = (act: () => void): Release => {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
};

/** `run`, by way of `acquire`. */
export const running =
  (acquire: Mutex['acquire']): Mutex['run'] =>
  async (critical) => {
    const release = await acquire();
    try {
      return await critical();
    } finally {
      release();
    }
  };

/** Those who wait for a lock, and whether somebody holds it. */
export interface Line {
  waiting: (() => void)[];
  held: boolean;
}

/** A lock of which only one thing is left to say: how it is given back. Who has waited has it when he wakes up. */
export function lockThat(isGivenBack: (line: Line) => void): Mutex {
  const line: Line = { waiting: [], held: false };
  const acquire = async () => {
    if (line.held) await new Promise<void>((turn) => line.waiting.push(turn));
    line.held = true;
    return once(() => isGivenBack(line));
  };
  return { acquire, run: running(acquire) };
}

/** A monitor's condition: who waits is woken, and has to look for himself what has changed. */
export interface Bell {
  wait(): Promise<void>;
  ringOne(): void;
  ringAll(): void;
}

export const bell = (): Bell => {
  let waiting: (() => void)[] = [];
  return {
    wait: () => new Promise((wake) => waiting.push(wake)),
    ringOne: () => waiting.shift()?.(),
    ringAll() {
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
  };
};

/** Acts while it holds both locks, taken in this order; one lock, if both are the same. */
export const holding = (first: Account, second: Account, act: () => Promise<void>): Promise<void> =>
  first.lock.run(() => (second === first ? act() : second.lock.run(act)));

/** Moves money, and leaves the locks to its caller. */
export async function move(from: Account, to: Account, amount: number): Promise<void> {
  const balance = await from.read();
  if (balance < amount) throw new Error(`Cannot transfer ${amount}: account ${from.id} has ${balance}`);
  await from.write(balance - amount);
  await to.write((await to.read()) + amount);
}

/** Work for a processor: on threads of their own, while the event loop answers. */
import type { Concurrency, Workers } from '@weekend/concurrency';
import { everybodyWaits } from '@weekend/concurrency';
import { insist } from '../refuted.ts';
import type { Bench, Broken, Milestone } from '../suite.ts';
import { inVirtualTime, type Timed } from './in-virtual-time.ts';
import { inTurn, type Lab, Planned, play } from './lab.ts';
import { shown } from './lists.ts';
import type { DoesJobs } from './thread-jobs.ts';
import { withThreads } from './threads.ts';

export const workers: Milestone<Concurrency> = {
  id: 'workers',
  title: 'Work for a processor is shared among threads, and the event loop goes on answering',
  points: 8,
  rule: 'Only another thread takes work off this one',
  hint: 'Who starts a worker gets a promise. When all of them are to work at once, what has to happen before you wait for the first? And where do the parts of the range meet?',
  prove: (stage, _dice, bench) =>
    inTurn([
      () => counts(bench, stage),
      ...ranges.map(
        ([from, to, count]) =>
          () =>
            shares(bench, stage, from, to, count),
      ),
      ...[0, 15, 29].map((number) => () => aWorkerFails(bench, stage, number)),
      () => onRealThreads(bench, stage),
    ]),
};

const primes: [from: number, to: number, count: number][] = [
  [0, 10, 4],
  [0, 2, 0],
  [2, 3, 1],
  [7, 7, 0],
  [7, 8, 1],
  [24, 29, 0],
  [0, 100, 25],
  [90, 98, 1],
  [0, 1000, 168],
  [9_970, 10_010, 3],
  [10_195, 10_215, 1],
  [29_335, 29_350, 2],
];

const counts = (bench: Bench, stage: Concurrency): Promise<Broken | undefined> =>
  play(bench, async (lab) => {
    for (const [from, to, wanted] of primes) {
      const count = lab.call(() => stage.countPrimes(from, to));
      insist(
        count === wanted,
        `countPrimes(${from}, ${to}) gave ${shown(count)}; wanted ${wanted}, from ${from} to below ${to}`,
      );
    }
  });

const ranges: [from: number, to: number, count: number][] = [
  [0, 1000, 4],
  [0, 1000, 2],
  [500, 1503, 4],
  [0, 1000, 1],
  [10, 13, 8],
  [7, 7, 2],
];

interface Part {
  from: number;
  to: number;
}

/** The worker that is given this number fails. */
interface Failing {
  number: number;
  error: Error;
}

/** Workers in virtual time, a millisecond for each number. What they have counted only they can know. */
class Pool implements Workers {
  readonly parts: Part[] = [];
  sum = 0;
  readonly count: number;
  readonly #timed: Timed;
  readonly #failing: Failing | undefined;
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(timed: Timed, count: number, failing?: Failing) {
    this.#timed = timed;
    this.count = count;
    this.#failing = failing;
  }

  async run(from: number, to: number): Promise<number> {
    const { lab, world, tell } = this.#timed;
    lab.expect(
      Number.isInteger(from) && Number.isInteger(to) && from <= to,
      `run(${from}, ${to}) was asked of a worker; wanted whole numbers, the first no greater than the second`,
    );
    const number = this.parts.push({ from, to });
    if (this.#busy === this.count) await new Promise<void>((turn) => this.#waiting.push(turn));
    else this.#busy += 1;
    tell(`a worker starts on ${from} to ${to}`);
    await world.wait(Math.max(to - from, 0));
    const fails = this.#failing && from <= this.#failing.number && this.#failing.number < to;
    tell(`the worker with ${from} to ${to} ${fails ? 'fails' : 'is done'}`);
    const next = this.#waiting.shift();
    if (next) next();
    else this.#busy -= 1;
    if (fails) throw this.#failing?.error;
    const counted = from === to ? 0 : number * 1000 + 7;
    this.sum += counted;
    return counted;
  }
}

const shares = (
  bench: Bench,
  stage: Concurrency,
  from: number,
  to: number,
  count: number,
): Promise<Broken | undefined> =>
  inVirtualTime(bench, async (timed) => {
    const pool = new Pool(timed, count);
    let at = 0;
    const call = `countPrimesOn(${count} ${count === 1 ? 'worker' : 'workers'}, ${from}, ${to})`;
    const sum = timed.lab.start(
      call,
      () => stage.countPrimesOn(pool, from, to),
      () => {
        at = timed.world.now;
      },
    );
    await timed.toTheEnd();
    const answer = sum.value();
    covers(pool.parts, from, to);
    insist(
      answer === pool.sum,
      `${call} gave ${shown(answer)}, and the workers have counted ${pool.sum}; wanted their sum`,
    );
    const fair = Math.ceil((to - from) / count);
    insist(
      at <= fair * 1.5 + count,
      `${call} took ${at} ms, at a millisecond for each number; wanted about ${fair} ms: all workers at work at once, on parts that are about equal`,
    );
  });

/** No number is left out and none is counted twice. */
function covers(parts: readonly Part[], from: number, to: number): void {
  let next = from;
  for (const part of parts.filter((each) => each.from < each.to).toSorted((a, b) => a.from - b.from)) {
    const what =
      part.from > next ? `${next} is given to nobody` : `${part.from} is given to two workers or is out of range`;
    insist(part.from === next, `of ${from} to ${to}, ${what}; wanted each number counted by one worker`);
    next = part.to;
  }
  insist(next === to, `the workers count up to ${next}; wanted them to count up to ${to}`);
}

const aWorkerFails = (bench: Bench, stage: Concurrency, number: number): Promise<Broken | undefined> =>
  inVirtualTime(bench, async (timed) => {
    const error = new Planned('a worker has failed');
    const pool = new Pool(timed, 3, { number, error });
    const sum = timed.lab.start('countPrimesOn', () => stage.countPrimesOn(pool, 0, 30));
    await timed.toTheEnd();
    sum.failedWith(error);
  });

/** A thread gives its answer only after the event loop has answered it. */
const onRealThreads = (bench: Bench, stage: Concurrency): Promise<Broken | undefined> =>
  play(bench, (lab) =>
    withThreads(bench, 2, async (threads) => {
      const pool = new RealPool(lab, threads);
      const sum = lab.start('countPrimesOn', () => stage.countPrimesOn(pool, 0, 3000));
      await pool.idle();
      const answer = sum.value();
      insist(answer === 430, `countPrimesOn(2 threads, 0, 3000) gave ${shown(answer)}; wanted 430`);
    }),
  );

class RealPool implements Workers {
  readonly count: number;
  readonly #lab: Lab;
  readonly #free: DoesJobs[];
  readonly #waiting: ((thread: DoesJobs) => void)[] = [];
  readonly #running = new Set<Promise<unknown>>();

  constructor(lab: Lab, threads: readonly DoesJobs[]) {
    this.#lab = lab;
    this.#free = [...threads];
    this.count = threads.length;
  }

  async run(from: number, to: number): Promise<number> {
    const running = this.#runs(from, to);
    this.#running.add(running);
    return running.finally(() => this.#running.delete(running));
  }

  /** Waits until no thread is at work, and nobody is left who could put one to work. */
  async idle(): Promise<void> {
    await everybodyWaits();
    while (this.#running.size > 0) {
      await Promise.allSettled(this.#running);
      await everybodyWaits();
    }
  }

  async #runs(from: number, to: number): Promise<number> {
    const thread = this.#free.pop() ?? (await new Promise<DoesJobs>((turn) => this.#waiting.push(turn)));
    try {
      this.#lab.tell(`a thread starts on ${from} to ${to}`);
      const count = await thread.do({ kind: 'count-primes', from, to });
      this.#lab.tell(`the thread with ${from} to ${to} has counted ${shown(count)}`);
      return count as number;
    } finally {
      const next = this.#waiting.shift();
      if (next) next(thread);
      else this.#free.push(thread);
    }
  }
}

/** Runs a student's `countPrimesOn` on one thread, on two, and so on, and takes the time. */
import type { Concurrency } from '../stage.ts';
import { Pool } from './pool.ts';

export interface Measured {
  workers: number;
  /** The shortest of a few runs: what slows a run down is never the job. */
  ms: number;
}

export interface Plan {
  /** Most threads. */
  most: number;
  /** Counts the primes below it. Without it, as many as keep one thread busy for a third of a second. */
  below?: number;
}

/** `submission` is the URL of a file that exports `concurrency`. Fails with what that throws. */
export async function measure(submission: string, { most, below }: Plan): Promise<Measured[]> {
  const { concurrency }: { concurrency: Concurrency } = await import(submission);
  const pool = await Pool.start(submission, most);
  try {
    const to = below ?? (await enoughFor(pool, concurrency));
    const measured: Measured[] = [];
    for (let workers = 1; workers <= most; workers += 1)
      measured.push({ workers, ms: await best(pool, concurrency, workers, to) });
    return measured;
  } finally {
    await pool.end();
  }
}

const runs = 3;
const enoughMs = 300;

async function best(pool: Pool, stage: Concurrency, workers: number, to: number): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) shortest = Math.min(shortest, await time(pool, stage, workers, to));
  return shortest;
}

async function time(pool: Pool, stage: Concurrency, workers: number, to: number): Promise<number> {
  const began = performance.now();
  await stage.countPrimesOn(pool.limitedTo(workers), 0, to);
  return performance.now() - began;
}

async function enoughFor(pool: Pool, stage: Concurrency): Promise<number> {
  let to = 10_000;
  while ((await time(pool, stage, 1, to)) < enoughMs) to *= 2;
  return to;
}

/** A thread of the grader's: loads the submission behind its fences, and does one job after another with it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Concurrency } from '@weekend/concurrency';
import { WatchedCounter } from '@weekend/concurrency/watched-counter';
import { Rehearsal } from './rehearsal.ts';
import type { Job, Order, Report, Start, Thrown } from './thread-jobs.ts';

const port = parentPort as NonNullable<typeof parentPort>;
const { submission, fences }: Start = workerData;
// The submission gets others in their place.
const { add, load, wait, notify } = Atomics;

let rehearsed: WatchedCounter | undefined;
let result: Report | undefined;
WatchedCounter.install(() => rehearsed);

const say = (report: Report): void => port.postMessage(report);

for (const fence of fences) await import(fence);
try {
  const { concurrency: stage } = await import(submission);
  port.on('message', (order: Order) => take(stage, order));
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'refused', error: thrown(error) });
}

function take(stage: Concurrency, order: Order): void {
  switch (order.kind) {
    case 'job':
      result = done(stage, order.job);
      say({ kind: 'are you there?' });
      break;
    case 'I am here':
      if (result) say(result);
      break;
    default:
      order satisfies never;
  }
}

function done(stage: Concurrency, job: Job): Report {
  try {
    return { kind: 'done', value: work(stage, job) };
  } catch (error) {
    return { kind: 'threw', error: thrown(error) };
  } finally {
    rehearsed = undefined;
  }
}

function work(stage: Concurrency, job: Job): unknown {
  switch (job.kind) {
    case 'count-primes':
      return stage.countPrimes(job.from, job.to);
    case 'add':
      meet(job.gate, job.all);
      return stage.addSafely(job.counter, job.times);
    case 'rehearse': {
      const rehearsal = new Rehearsal(job.interruptions);
      rehearsed = new WatchedCounter(rehearsal);
      stage[job.way](rehearsed.counter, job.times);
      return rehearsal.result(rehearsed.seen);
    }
    default:
      return job satisfies never;
  }
}

/** Waits until all are here. */
function meet(gate: Int32Array, all: number): void {
  add(gate, 0, 1);
  notify(gate, 0);
  for (let here = load(gate, 0); here < all; here = load(gate, 0)) wait(gate, 0, here);
}

function thrown(error: unknown): Thrown {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
  const { name, message, stack = '' } = error;
  return { name, message, stack };
}

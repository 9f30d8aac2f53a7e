/** Real threads, each of which has loaded the submission. */
import { Worker } from 'node:worker_threads';
import { Refuted } from '../refuted.ts';
import type { Bench } from '../suite.ts';
import { StageThrew } from '../thrown.ts';
import type { DoesJobs, Job, Order, Report, Start, Thrown } from './thread-jobs.ts';

// Made while there is a `URL`: a stage runs without it.
const entry = new URL('./thread.ts', import.meta.url);

/** Starts them, and ends them whatever comes of it. */
export async function withThreads(bench: Bench, count: number, act: (threads: readonly DoesJobs[]) => Promise<void>) {
  const { instead } = bench;
  if (instead) return act(Array.from({ length: count }, () => instead));
  if (!bench.submission)
    throw new Error('Cannot start a thread: the bench names no submission; wanted the URL of its file');
  const threads = Array.from({ length: count }, () => new Thread(bench));
  try {
    await Promise.all(threads.map(({ ready }) => ready));
    await act(threads);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

class Thread implements DoesJobs {
  readonly ready: Promise<unknown>;
  readonly #worker: Worker;
  #isReady = false;
  /** Why it is gone. */
  #gone: Error | undefined;
  /** Who waits for the thread. */
  #waiting = { done: (_value: unknown) => {}, failed: (_error: Error) => {} };

  constructor({ submission, fences }: Bench) {
    const start: Start = { submission, fences };
    this.#worker = new Worker(entry, {
      workerData: start,
      execArgv: ['--no-warnings'],
      resourceLimits: { maxOldGenerationSizeMb: 128 },
    });
    this.#worker.on('message', (report: Report) => this.#hear(report));
    this.#worker.on('error', (error) => this.#end(this.#isReady ? new StageThrew(error) : error));
    this.#worker.on('exit', () => this.#end(this.#isReady ? new Refuted(ended) : new Error(neverStarted)));
    this.ready = this.#next();
  }

  do(job: Job): Promise<unknown> {
    if (this.#gone) return Promise.reject(this.#gone);
    this.#say({ kind: 'job', job });
    return this.#next();
  }

  end(): Promise<unknown> {
    return this.#worker.terminate();
  }

  #hear(report: Report): void {
    switch (report.kind) {
      case 'are you there?':
        this.#say({ kind: 'I am here' });
        break;
      case 'ready':
        this.#isReady = true;
        this.#waiting.done(undefined);
        break;
      case 'done':
        this.#waiting.done(report.value);
        break;
      case 'refused':
      case 'threw':
        this.#waiting.failed(new StageThrew(revived(report.error)));
        break;
      default:
        report satisfies never;
    }
  }

  #end(why: Error): void {
    this.#gone ??= why;
    this.#waiting.failed(this.#gone);
  }

  #say(order: Order): void {
    this.#worker.postMessage(order);
  }

  #next(): Promise<unknown> {
    return new Promise((done, failed) => {
      this.#waiting = { done, failed };
    });
  }
}

const ended = 'the thread that ran your code ended; wanted it to come back';
const neverStarted = 'Cannot start a thread: it ended before it had loaded anything';

const revived = ({ name, message, stack }: Thrown): Error => Object.assign(new Error(message), { name, stack });

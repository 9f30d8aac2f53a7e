/** Threads that have loaded a student's file, and call its `countPrimes`. */
import { Worker } from 'node:worker_threads';
import type { Workers } from '../stage.ts';

const entry = new URL('./counting-thread.ts', import.meta.url);

/** What a thread says: once when it is ready, and once for each range. */
export type Answer = { kind: 'ready' } | { kind: 'counted'; primes: number } | { kind: 'threw'; message: string };

export class Pool {
  readonly #threads: readonly Worker[];

  /** `submission` is the URL of the file. */
  static async start(submission: string, count: number): Promise<Pool> {
    const threads = Array.from(
      { length: count },
      () => new Worker(entry, { workerData: submission, execArgv: ['--no-warnings'] }),
    );
    const pool = new Pool(threads);
    try {
      await Promise.all(threads.map((thread) => answer(thread)));
      return pool;
    } catch (error) {
      await pool.end();
      throw error;
    }
  }

  private constructor(threads: readonly Worker[]) {
    this.#threads = threads;
  }

  /** The first so many threads of it. */
  limitedTo(count: number): Workers {
    const free = this.#threads.slice(0, count);
    const waiting: ((thread: Worker) => void)[] = [];
    return {
      count,
      async run(from, to) {
        const thread = free.pop() ?? (await new Promise<Worker>((turn) => waiting.push(turn)));
        try {
          thread.postMessage({ from, to });
          return await answer(thread);
        } finally {
          const next = waiting.shift();
          if (next) next(thread);
          else free.push(thread);
        }
      },
    };
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}

/** The next that it says. Fails if it throws or ends. */
function answer(thread: Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    const hear = (said: Answer) => {
      stop();
      if (said.kind === 'threw') reject(new Error(said.message));
      else resolve(said.kind === 'counted' ? said.primes : 0);
    };
    const fail = (error: Error) => {
      stop();
      reject(error);
    };
    const end = () => fail(new Error('a thread ended before it had answered'));
    const stop = () => {
      thread.off('message', hear).off('error', fail).off('exit', end);
    };
    thread.on('message', hear).on('error', fail).on('exit', end);
  });
}

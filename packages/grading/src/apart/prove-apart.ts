/**
 * Proves submissions in a thread of its own, for tests: there, a promise that nobody waits for is the submission's and not
 * the test's, and a loop that never ends can be ended.
 */
import { Worker } from 'node:worker_threads';
import type { Outcome } from '../prove.ts';
import type { Dice } from '../suite.ts';

export interface Proof {
  /** The stage's name. */
  stage: 'concurrency' | 'log-store';
  /** The URL of the file. */
  submission: string;
  milestone: string;
  dice?: Partial<Dice>;
}

export type ApartOutcome = Outcome | { kind: 'never returned' };

export class Apart {
  readonly #patienceMs: number;
  #worker: Worker | undefined;
  #waiting = { done: (_outcome: ApartOutcome) => {}, failed: (_error: Error) => {} };

  /** A proof that has not come back after `patienceMs` is given up. */
  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
  }

  /** One at a time. */
  async prove(proof: Proof): Promise<ApartOutcome> {
    const worker = this.#worker ?? this.#start();
    const proved = new Promise<ApartOutcome>((done, failed) => {
      this.#waiting = { done, failed };
    });
    const timer = setTimeout(() => this.#waiting.done({ kind: 'never returned' }), this.#patienceMs);
    worker.postMessage(proof);
    const outcome = await proved.finally(() => clearTimeout(timer));
    if (outcome.kind === 'never returned') await this.end();
    return outcome;
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./apart-thread.ts', import.meta.url), { execArgv: ['--no-warnings'] });
    worker.on('message', (outcome: Outcome) => this.#waiting.done(outcome));
    worker.on('error', (error) => this.#waiting.failed(error));
    this.#worker = worker;
    return worker;
  }
}

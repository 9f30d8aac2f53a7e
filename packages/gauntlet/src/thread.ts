/** A thread that proves one thing after another. There, what a submission leaves behind, or never ends, can be ended with it. */
import { Worker } from 'node:worker_threads';
import type { Proof, Proved } from './job.ts';

/** After so many milliseconds a proof is given up. One that comes back at all does so in a fraction of it. */
const patience = 30_000;

/** What a submission may fill before it is ended. */
const resourceLimits = { maxOldGenerationSizeMb: 700 };

export class Thread {
  readonly #worker = new Worker(new URL('./thread-entry.ts', import.meta.url), {
    execArgv: ['--no-warnings'],
    resourceLimits,
  });
  #done = (_proved: Proved): void => {};

  constructor() {
    this.#worker.on('message', (proved: Proved) => this.#done(proved));
    this.#worker.on('error', (error) => this.#giveUp(String(error)));
    this.#worker.on('exit', () => this.#giveUp('the thread ended'));
  }

  /** One at a time. */
  async prove(proof: Proof): Promise<Proved> {
    const proved = new Promise<Proved>((done) => {
      this.#done = done;
    });
    const timer = setTimeout(() => this.#giveUp(`no answer after ${patience} ms`), patience);
    this.#worker.postMessage(proof);
    return await proved.finally(() => clearTimeout(timer));
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #giveUp(message: string): void {
    this.#done({ outcome: { kind: 'ended', message }, ms: patience });
  }
}

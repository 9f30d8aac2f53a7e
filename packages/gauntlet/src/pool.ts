/** Runs jobs on as many threads as there are cores. A thread that does not come back is ended, and its job goes on without it. */
import { availableParallelism } from 'node:os';
import type { Job, Verdict } from './job.ts';
import { Thread } from './thread.ts';

export class Pool {
  readonly #idle: Thread[] = [];
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(threads = availableParallelism()) {
    this.#free = threads;
  }

  /** One verdict a milestone, in the order of the job. */
  async run(job: Job): Promise<Verdict[]> {
    await this.#enter();
    try {
      return await this.#prove(job);
    } finally {
      this.#leave();
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((thread) => thread.end()));
  }

  async #prove(job: Job): Promise<Verdict[]> {
    const verdicts: Verdict[] = [];
    for (const milestone of job.milestones) {
      const thread = this.#idle.pop() ?? new Thread();
      const verdict = await thread.prove({ ...job, milestone });
      verdicts.push({ milestone, ...verdict });
      if (verdict.outcome.kind === 'ended') await thread.end();
      else this.#idle.push(thread);
      if (job.once && verdict.outcome.kind !== 'passed') break;
    }
    return verdicts;
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((turn) => this.#waiting.push(turn));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}

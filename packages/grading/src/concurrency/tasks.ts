/** Tasks for a student to run, in virtual time. They tell when they start and end, and watch how many run at once. */
import type { Task } from '@weekend/concurrency';
import { insist } from '../refuted.ts';
import type { Timed } from './in-virtual-time.ts';
import { Planned } from './lab.ts';

export interface Plan {
  /** How long it takes, in milliseconds. */
  takes?: number;
  /** Whether it holds the thread meanwhile. */
  blocks?: true;
  /** What it gives; its name, if nothing else is said. */
  gives?: unknown;
  /** How it fails: at its end, or as it is called. */
  fails?: 'at its end' | 'at once';
  /** What it throws; an error with its name, if nothing else is said. */
  throws?: unknown;
}

export class Tasks {
  readonly list: readonly Task<unknown>[];
  readonly errors: readonly unknown[];
  /** When each was started; nothing if it was not. */
  readonly started: (number | undefined)[] = [];
  readonly ended: (number | undefined)[] = [];
  /** The most that ran at once. */
  most = 0;
  #running = 0;
  readonly #timed: Timed;

  constructor(timed: Timed, plans: readonly Plan[]) {
    this.#timed = timed;
    this.errors = plans.map((plan, index) =>
      'throws' in plan ? plan.throws : new Planned(`task ${index + 1} has failed`),
    );
    // Frozen: the list belongs to whoever made it.
    this.list = Object.freeze(plans.map((plan, index) => () => this.#run(plan, index)));
  }

  #run(plan: Plan, index: number): Promise<unknown> {
    const { lab, world, tell } = this.#timed;
    lab.expect(
      this.started[index] === undefined,
      `task ${index + 1} was started a second time; wanted each task started once`,
    );
    this.started[index] = world.now;
    tell(`task ${index + 1} starts`);
    if (plan.fails === 'at once') {
      this.ended[index] = world.now;
      tell(`task ${index + 1} throws as it is called`);
      throw this.errors[index];
    }
    this.#running += 1;
    this.most = Math.max(this.most, this.#running);
    return this.#work(plan, index);
  }

  async #work(plan: Plan, index: number): Promise<unknown> {
    const { takes = 0, blocks, fails } = plan;
    const { world, tell } = this.#timed;
    if (blocks) world.block(takes);
    else await world.wait(takes);
    this.#running -= 1;
    this.ended[index] = world.now;
    tell(`task ${index + 1} ${fails ? 'fails' : 'ends'}`);
    if (fails) throw this.errors[index];
    return given(plan, index);
  }

  /** Every task has been run to its end. */
  allEnded(): void {
    const missing = this.list.findIndex((_task, index) => this.ended[index] === undefined);
    const what = this.started[missing] === undefined ? 'was never started' : 'was started and never ended';
    insist(missing < 0, `task ${missing + 1} of ${this.list.length} ${what}; wanted every task run to its end`);
  }
}

export const given = (plan: Plan, index: number): unknown => ('gives' in plan ? plan.gives : results(index + 1)[index]);

export const results = (count: number): string[] =>
  Array.from({ length: count }, (_each, index) => `result ${index + 1}`);

export const second = 1000;

/** The door of a student's lock: sends visitors in, and watches who asks, who is in, and who is next. */
import type { Mutex, Release } from '@weekend/concurrency';
import { type Crossroads, moments } from './interleavings.ts';
import { type Coroutine, Planned } from './lab.ts';
import { shown } from './lists.ts';

/** One time in the lock. */
export interface Visit {
  /** Whether it comes at a time of its own, or as soon as the visit before it leaves. */
  arrives: boolean;
  /** How many moments later it asks: too few to notice, and enough for a race. */
  moments: number;
  by: 'acquire' | 'run';
  /** How often others may run while it holds the lock. */
  steps: number;
  ends: 'well' | 'failing' | 'throwing at once';
  /** Whether it gives back twice: at once, or when others may be in. */
  again: 'no' | 'at once' | 'later';
}

export class Door {
  readonly #crossroads: Crossroads;
  readonly #lock: Mutex;
  readonly visitors: Coroutine<void>[] = [];
  readonly #line: string[] = [];
  #inside: string | undefined;

  constructor(crossroads: Crossroads, lock: Mutex) {
    this.#crossroads = crossroads;
    this.#lock = lock;
  }

  send(name: string, [plan, ...rest]: readonly Visit[]): void {
    if (!plan) return;
    const next = () => this.send(`${name}’`, rest);
    this.visitors.push(this.#crossroads.lab.start(name, () => this.#visit(name, plan, next)));
  }

  async #visit(name: string, plan: Visit, next: () => void): Promise<void> {
    if (plan.arrives) await this.#crossroads.pass();
    if (plan.moments > 0) await moments(plan.moments);
    this.#tell(`${name} asks for the lock`);
    this.#line.push(name);
    if (plan.by === 'run') await this.#runs(name, plan, next);
    else await this.#acquires(name, plan, next);
  }

  async #runs(name: string, { steps, ends }: Visit, next: () => void): Promise<void> {
    const error = new Planned(`what ${name} does has failed`);
    const value = `what ${name} has done`;
    const work = async () => {
      await this.#stays(steps);
      this.#leaves(name, ends === 'well' ? 'leaves' : 'fails');
      next();
      if (ends === 'failing') throw error;
      return value;
    };
    const critical = (): Promise<string> => {
      this.#enters(name);
      if (ends !== 'throwing at once') return work();
      this.#leaves(name, 'throws');
      next();
      throw error;
    };
    const { lab } = this.#crossroads;
    try {
      const got = await this.#lock.run(critical);
      lab.expect(
        ends === 'well',
        `run(…) went well although what ${name} does there had failed; wanted it to fail likewise`,
      );
      lab.expect(
        ends !== 'well' || got === value,
        `run(…) gave ${shown(got)}; wanted what ${name} does there to give: ${shown(value)}`,
      );
    } catch (thrown) {
      if (thrown !== error) throw thrown;
      lab.expect(ends !== 'well', `run(…) failed although all went well`);
    }
  }

  async #stays(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) await this.#crossroads.pass();
  }

  async #acquires(name: string, { steps, again }: Visit, next: () => void): Promise<void> {
    const release = await this.#lock.acquire();
    this.#enters(name);
    await this.#stays(steps);
    this.#leaves(name, 'leaves');
    release();
    next();
    if (again === 'at once') this.#givesBackAgain(name, release);
    if (again !== 'later') return;
    await this.#crossroads.pass();
    this.#givesBackAgain(name, release);
  }

  /** It may throw, or do nothing. It may not let anybody in. */
  #givesBackAgain(name: string, release: Release): void {
    this.#tell(`${name} gives the lock back a second time`);
    try {
      release();
    } catch {
      this.#tell(`${name} is told that it can not`);
    }
  }

  #enters(name: string): void {
    this.#tell(`${name} gets the lock`);
    const { lab } = this.#crossroads;
    lab.expect(this.#inside === undefined, `${name} got the lock while ${this.#inside} held it; wanted one at a time`);
    const first = this.#line[0];
    lab.expect(
      first === name,
      `${name} got the lock although ${first} had asked before; wanted whoever has waited longest to be next`,
    );
    this.#line.splice(Math.max(this.#line.indexOf(name), 0), 1);
    this.#inside = name;
  }

  #leaves(name: string, how: string): void {
    this.#tell(`${name} ${how}, and gives the lock back`);
    this.#inside = undefined;
  }

  #tell(event: string): void {
    this.#crossroads.lab.tell(event);
  }
}

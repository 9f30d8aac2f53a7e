/**
 * Scenes in which coroutines meet at crossroads, and who goes on first is not left to luck: fast-check's scheduler decides,
 * once for every order there is, or in many orders drawn from a seed.
 */
import { everybodyWaits } from '@weekend/concurrency';
import { aMoment } from '@weekend/concurrency/elsewhere';
import fc, { type Arbitrary, type Scheduler } from 'fast-check';
import { insist, Refuted } from '../refuted.ts';
import type { Bench, Broken, Dice } from '../suite.ts';
import { type Lab, play } from './lab.ts';

export interface Crossroads {
  lab: Lab;
  /** Waits until the scheduler says that whoever is here may go on. */
  pass(): Promise<void>;
  /** Counts the turns: what happens in one turn happens at one time. */
  turn(): number;
  /** Takes turns until nobody is left at a crossroads. `each` is called whenever nobody can run. */
  toTheEnd(each?: () => void): Promise<void>;
}

type Scene<Drawn> = (crossroads: Crossroads, drawn: Drawn) => Promise<void>;

/** As many orders as the dice say, and of as many scenes, drawn by `arbitrary`. */
export async function manyInterleavings<Drawn>(
  { seed, seeds }: Dice,
  bench: Bench,
  arbitrary: Arbitrary<Drawn>,
  act: Scene<Drawn>,
): Promise<Broken | undefined> {
  let last: { broken: Broken } | { thrown: unknown } | undefined;
  const holds = fc.asyncProperty(fc.scheduler(), arbitrary, async (scheduler, drawn) => {
    try {
      const broken = await meet(
        bench,
        scheduler,
        () => {},
        (crossroads) => act(crossroads, drawn),
      );
      if (!broken) return true;
      last = { broken };
    } catch (thrown) {
      last = { thrown };
    }
    return false;
  });
  const { counterexamplePath } = await fc.check(holds, { seed, numRuns: seeds });
  if (!last) return undefined;
  if ('thrown' in last) throw last.thrown;
  const where = `fast-check: seed ${seed}, path "${counterexamplePath}"`;
  return { ...last.broken, story: [...last.broken.story, where], seed };
}

/** Every order in which those at the crossroads can go on. */
export async function everyInterleaving(bench: Bench, act: Scene<undefined>): Promise<Broken | undefined> {
  // A depth-first search. At its n-th choice, a run took `path[n]` of `options[n]`.
  let path: number[] = [];
  for (let runs = 0; runs < mostRuns; runs += 1) {
    const order: number[] = [];
    const options: number[] = [];
    // The scheduler looks into `order` only when it has to choose, so the choice can wait until then.
    const scheduler = fc.schedulerFor(order);
    const choose = () => {
      const waiting = scheduler.report().flatMap(({ status, taskId }) => (status === 'pending' ? [taskId] : []));
      const choice = path[options.length] ?? 0;
      options.push(waiting.length);
      order.push(waiting[choice] as number);
    };
    const broken = await meet(bench, scheduler, choose, (crossroads) => act(crossroads, undefined));
    if (broken) return { ...broken, story: [...broken.story, `fast-check: fc.schedulerFor([${order}])`] };
    const next = following(path, options);
    if (!next) return undefined;
    path = next;
  }
  throw new Refuted(
    `${mostRuns} orders were tried and that was not all; wanted fewer steps between the start and the end`,
  );
}

const mostRuns = 20_000;

const meet = (bench: Bench, scheduler: Scheduler, choose: () => void, act: (at: Crossroads) => Promise<void>) =>
  play(bench, (lab) => {
    let turns = 0;
    return act({
      lab,
      pass: () => scheduler.schedule(Promise.resolve()),
      turn: () => turns,
      toTheEnd: async (each = () => {}) => {
        for (;;) {
          await everybodyWaits();
          each();
          if (scheduler.count() === 0) return;
          insist(turns < mostTurns, `after ${mostTurns} turns somebody is still on the way; wanted an end`);
          turns += 1;
          choose();
          await scheduler.waitNext(1);
        }
      },
    });
  });

const mostTurns = 2_000;

/** The next path of the search: the last choice that has another option takes it. Nothing if there is none. */
function following(path: readonly number[], options: readonly number[]): number[] | undefined {
  const last = options.findLastIndex((count, depth) => (path[depth] ?? 0) + 1 < count);
  if (last < 0) return undefined;
  const taken = options.slice(0, last).map((_count, depth) => path[depth] ?? 0);
  return [...taken, (path[last] ?? 0) + 1];
}

/** Lets those run who only need a moment: `count` turns of the queue of promises. To await none is a moment already. */
export async function moments(count: number): Promise<void> {
  for (let moment = 0; moment < count; moment += 1) await aMoment();
}

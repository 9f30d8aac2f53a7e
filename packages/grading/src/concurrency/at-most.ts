/** A pool: at most so many tasks at a time, and never fewer while some wait. */
import type { Concurrency } from '@weekend/concurrency';
import fc from 'fast-check';
import { insist } from '../refuted.ts';
import type { Bench, Broken, Dice, Milestone } from '../suite.ts';
import { inVirtualTime } from './in-virtual-time.ts';
import { manyInterleavings } from './interleavings.ts';
import { inTurn, oddErrors, oddValues, Planned } from './lab.ts';
import { isList, shown } from './lists.ts';
import { given, type Plan, results, second, Tasks } from './tasks.ts';

export const atMost: Milestone<Concurrency> = {
  id: 'at-most',
  title: 'At most so many tasks run at a time, and whatever fails, none is left behind',
  points: 12,
  rule: 'A place that becomes free is taken at once',
  hint: 'Think of people at counters, not of groups: whoever is done takes the next from the one queue. What does a person do whose task has failed?',
  prove: (stage, dice, bench) =>
    inTurn([
      () => takes(bench, stage, 2, waits(1, 1, 1, 1, 1), 3),
      () => takes(bench, stage, 2, waits(3, 1, 1, 1), 3),
      () => takes(bench, stage, 1, waits(1, 2, 1), 4),
      () => takes(bench, stage, 3, waits(1, 2, 3), 3),
      () => takes(bench, stage, 10, waits(2, 1), 2),
      () => takes(bench, stage, 2, [], 0),
      () => takes(bench, stage, 2, oddResults, 0),
      () => fails(bench, stage, 1, [{ fails: 'at once' }, ...waits(1)], 0, 1),
      () => fails(bench, stage, 2, [{ fails: 'at once' }, ...waits(1, 1, 1, 1)], 0, 2),
      () => fails(bench, stage, 2, [...waits(2), { takes: second, fails: 'at its end' }, ...waits(1, 1, 1)], 1, 3),
      () => fails(bench, stage, 3, [failsAfter(3), failsAfter(2), failsAfter(1), ...waits(1, 1)], 2, 3),
      ...oddErrors.flatMap((throws) => [
        () => fails(bench, stage, 1, [{ takes: second, fails: 'at its end', throws }, ...waits(1)], 0, 2),
        () => fails(bench, stage, 1, [{ fails: 'at once', throws }, ...waits(1)], 0, 1),
      ]),
      () => inAnyOrder(bench, stage, dice),
    ]),
};

const waits = (...seconds: number[]): Plan[] => seconds.map((each) => ({ takes: each * second }));
const oddResults: Plan[] = oddValues.map((gives) => ({ gives }));
const failsAfter = (seconds: number): Plan => ({ takes: seconds * second, fails: 'at its end' });

const takes = (bench: Bench, stage: Concurrency, limit: number, plans: readonly Plan[], seconds: number) =>
  inVirtualTime(bench, async (timed) => {
    const { lab, world, tell } = timed;
    const tasks = new Tasks(timed, plans);
    let at: number | undefined;
    const all = lab.start(
      'atMost',
      () => stage.atMost(limit, tasks.list),
      () => {
        at = world.now;
        tell('atMost ends');
      },
    );
    await timed.toTheEnd();
    const value = all.value();
    tasks.allEnded();
    insist(tasks.most <= limit, `atMost(${limit}, …) had ${tasks.most} tasks running at once; wanted ${limit} at most`);
    const wanted = plans.map(given);
    insist(isList(value, wanted), `atMost gave ${shown(value)}; wanted ${shown(wanted)}`);
    insist(
      at === seconds * second,
      `atMost(${limit}, …) took ${at} ms for tasks of ${plans.map((each) => each.takes).join(', ')} ms; wanted ${seconds * second} ms: as soon as one has ended, the next starts`,
    );
  });

/** All tasks run to their end in so many seconds, and the failure of the `first` is told. */
const fails = (
  bench: Bench,
  stage: Concurrency,
  limit: number,
  plans: readonly Plan[],
  first: number,
  seconds: number,
) =>
  inVirtualTime(bench, async (timed) => {
    const tasks = new Tasks(timed, plans);
    const all = timed.lab.start('atMost', () => stage.atMost(limit, tasks.list));
    await timed.toTheEnd();
    all.failedWith(tasks.errors[first]);
    tasks.allEnded();
    insist(tasks.most <= limit, `atMost(${limit}, …) had ${tasks.most} tasks running at once; wanted ${limit} at most`);
    const last = Math.max(...tasks.ended.map((at) => at ?? Number.NaN));
    insist(
      last === seconds * second,
      `atMost(${limit}, …) had run its tasks after ${last} ms; wanted ${seconds * second} ms: a task that fails gives its place free`,
    );
  });

interface Drawn {
  limit: number;
  tasks: readonly { steps: number; fails: boolean; throws: boolean }[];
}

const drawn = fc.record<Drawn>({
  limit: fc.integer({ min: 1, max: 4 }),
  tasks: fc.array(fc.record({ steps: fc.integer({ min: 1, max: 3 }), fails: fc.boolean(), throws: fc.boolean() }), {
    minLength: 1,
    maxLength: 7,
  }),
});

/** Tasks end in any order, and some of them badly. */
const inAnyOrder = (bench: Bench, stage: Concurrency, dice: Dice): Promise<Broken | undefined> =>
  manyInterleavings(dice, bench, drawn, async ({ lab, pass, turn, toTheEnd }, { limit, tasks }) => {
    const failures: { error: Error; turn: number }[] = [];
    let running = 0;
    let started = 0;
    let ended = 0;

    const fail = (index: number): never => {
      const error = new Planned(`task ${index + 1} has failed`);
      failures.push({ error, turn: turn() });
      lab.tell(`task ${index + 1} fails`);
      throw error;
    };
    const work = async (index: number, steps: number, fails: boolean) => {
      for (let step = 0; step < steps; step += 1) await pass();
      running -= 1;
      ended += 1;
      if (fails) fail(index);
      lab.tell(`task ${index + 1} ends`);
      return `result ${index + 1}`;
    };
    const list = tasks.map(({ steps, fails, throws }, index) => () => {
      lab.tell(`task ${index + 1} starts`);
      lab.expect(
        started === index,
        `task ${index + 1} was started after ${started} others; wanted them started in their order`,
      );
      started += 1;
      if (fails && throws) {
        ended += 1;
        fail(index);
      }
      running += 1;
      lab.expect(running <= limit, `${running} tasks run at once; wanted ${limit} at most`);
      return work(index, steps, fails);
    });

    const all = lab.start('atMost', () => stage.atMost(limit, Object.freeze(list)));
    await toTheEnd(() => {
      const wanted = Math.min(limit, tasks.length - ended);
      insist(
        running === wanted,
        `${running} of ${tasks.length} tasks run and ${tasks.length - started} wait; wanted ${wanted} to run, for ${limit} may`,
      );
    });
    insist(ended === tasks.length, `${ended} of ${tasks.length} tasks were run; wanted all of them, whatever fails`);
    const first = failures.filter((each) => each.turn === failures[0]?.turn).map(({ error }) => error);
    const { ending } = all;
    const told = first.find((error) => ending.kind === 'failed' && error === ending.error);
    if (first[0]) return all.failedWith(told ?? first[0]);
    const value = all.value();
    const wanted = results(tasks.length);
    insist(isList(value, wanted), `atMost gave ${shown(value)}; wanted ${shown(wanted)}`);
  });

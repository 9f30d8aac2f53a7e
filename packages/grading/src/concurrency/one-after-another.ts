/** Serial and concurrent: the same tasks one after another, and all at once. What blocks the thread gains nothing. */
import type { Concurrency, Task } from '@weekend/concurrency';
import { insist } from '../refuted.ts';
import type { Bench, Broken, Milestone } from '../suite.ts';
import { inVirtualTime, type Timed } from './in-virtual-time.ts';
import { type Coroutine, inTurn, oddErrors, oddValues } from './lab.ts';
import { isList, shown } from './lists.ts';
import { given, type Plan, second, Tasks } from './tasks.ts';

export const oneAfterAnother: Milestone<Concurrency> = {
  id: 'one-after-another',
  title: 'Three waits of a second take three seconds one after another, and one second all at once',
  points: 10,
  rule: 'Waiting can be shared, the thread cannot',
  hint: 'To call a task is to start it; to await its promise is to wait for it. What is different if all calls come before the first await?',
  prove: (stage, _dice, bench) =>
    inTurn([
      () => takes(bench, stage, 'oneAfterAnother', waits(1, 1, 1), 3),
      () => takes(bench, stage, 'oneAfterAnother', waits(3, 2, 1), 6),
      () => takes(bench, stage, 'allAtOnce', waits(1, 1, 1), 1),
      () => takes(bench, stage, 'allAtOnce', waits(3, 1, 2), 3),
      () => takes(bench, stage, 'oneAfterAnother', blockingWaits, 3),
      () => takes(bench, stage, 'allAtOnce', blockingWaits, 3),
      () => takes(bench, stage, 'oneAfterAnother', [], 0),
      () => takes(bench, stage, 'allAtOnce', [], 0),
      () => takes(bench, stage, 'oneAfterAnother', oddResults, 0),
      () => takes(bench, stage, 'allAtOnce', oddResults, 0),
      () => oneAtATime(bench, stage),
      () => endsWithTheFirstFailure(bench, stage),
      () => tellsOfTheFirstFailure(bench, stage),
      ...oddErrors.flatMap((error) => [
        () => failsWithAnything(bench, stage, 'oneAfterAnother', error),
        () => failsWithAnything(bench, stage, 'allAtOnce', error),
      ]),
    ]),
};

type Way = 'oneAfterAnother' | 'allAtOnce';

const waits = (...seconds: number[]): Plan[] => seconds.map((each) => ({ takes: each * second }));
const blockingWaits: Plan[] = [1, 2, 3].map(() => ({ takes: second, blocks: true }));
const oddResults: Plan[] = oddValues.map((gives) => ({ gives }));

const takes = (bench: Bench, stage: Concurrency, way: Way, plans: readonly Plan[], seconds: number) =>
  inVirtualTime(bench, async (timed) => {
    const { world, tell } = timed;
    const tasks = new Tasks(timed, plans);
    let at: number | undefined;
    const all = started(timed, stage, way, tasks.list, () => {
      at = world.now;
      tell(`${way} ends`);
    });
    await timed.toTheEnd();
    const wanted = plans.map(given);
    const value = all.value();
    tasks.allEnded();
    insist(isList(value, wanted), `${way} gave ${shown(value)}; wanted ${shown(wanted)}`);
    const what = plans.some(({ blocks }) => blocks) ? 'blocking waits' : 'waits';
    insist(
      at === seconds * second,
      `${way} took ${at} ms for ${plans.length} ${what}; wanted ${seconds * second} ms exactly`,
    );
  });

const started = (
  timed: Timed,
  stage: Concurrency,
  way: Way,
  list: readonly Task<unknown>[],
  ended = () => {},
): Coroutine<unknown> => timed.lab.start(way, () => stage[way](list), ended);

/** Each may need what the one before it has left. */
const oneAtATime = (bench: Bench, stage: Concurrency): Promise<Broken | undefined> =>
  inVirtualTime(bench, async (timed) => {
    const tasks = new Tasks(timed, waits(3, 2, 1, 0));
    const all = started(timed, stage, 'oneAfterAnother', tasks.list);
    await timed.toTheEnd();
    all.value();
    insist(tasks.most === 1, `oneAfterAnother had ${tasks.most} tasks running at once; wanted one at a time`);
    const times = tasks.started.map((at) => at ?? Number.NaN);
    insist(
      isList(times, [0, 3000, 5000, 6000]),
      `oneAfterAnother started its tasks at ${times.join(', ')} ms; wanted each when the one before it has ended`,
    );
  });

const endsWithTheFirstFailure = (bench: Bench, stage: Concurrency): Promise<Broken | undefined> =>
  inVirtualTime(bench, async (timed) => {
    const tasks = new Tasks(timed, [{ takes: second }, { takes: second, fails: 'at its end' }, { takes: second }]);
    const all = started(timed, stage, 'oneAfterAnother', tasks.list);
    await timed.toTheEnd();
    all.failedWith(tasks.errors[1]);
    insist(
      tasks.started[2] === undefined,
      'oneAfterAnother started task 3 although task 2 had failed; wanted it to stop, for what comes after may need what failed',
    );
  });

const tellsOfTheFirstFailure = (bench: Bench, stage: Concurrency): Promise<Broken | undefined> =>
  inVirtualTime(bench, async (timed) => {
    const tasks = new Tasks(timed, [
      { takes: 3 * second },
      { takes: 2 * second, fails: 'at its end' },
      { takes: second, fails: 'at its end' },
    ]);
    const all = started(timed, stage, 'allAtOnce', tasks.list);
    await timed.toTheEnd();
    all.failedWith(tasks.errors[2]);
    tasks.allEnded();
  });

const failsWithAnything = (bench: Bench, stage: Concurrency, way: Way, throws: unknown): Promise<Broken | undefined> =>
  inVirtualTime(bench, async (timed) => {
    const tasks = new Tasks(timed, [{ takes: second }, { takes: second, fails: 'at its end', throws }]);
    const all = started(timed, stage, way, tasks.list);
    await timed.toTheEnd();
    all.failedWith(throws);
  });

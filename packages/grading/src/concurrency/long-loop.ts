/** A coroutine keeps the thread until it gives it away itself: a long loop that lets others run. */
import type { Concurrency } from '@weekend/concurrency';
import { insist } from '../refuted.ts';
import type { Bench, Broken, Milestone } from '../suite.ts';
import { inVirtualTime, type Timed } from './in-virtual-time.ts';
import { inTurn, oddErrors, Planned } from './lab.ts';

export const longLoop: Milestone<Concurrency> = {
  id: 'long-loop',
  title: 'A long loop lets others run',
  points: 8,
  rule: 'Who runs long gives the thread away in between',
  hint: 'How long have you had the thread? And when you await something, who gets to run: only those who wait for a promise, or also those who wait for a time?',
  prove: (stage, _dice, bench) =>
    inTurn([
      () => others(bench, stage, [even(1, 200)], mostHeld),
      () => others(bench, stage, [even(5, 60)], mostHeld),
      () => others(bench, stage, [uneven], mostHeld),
      () => others(bench, stage, [even(0, 50)], mostHeld),
      () => others(bench, stage, [even(0, 0)], mostHeld),
      () => others(bench, stage, [even(2, 100), even(3, 100)], 2 * mostHeld),
      ...[new Planned('step(7) has failed'), ...oddErrors].map((error) => () => aStepFails(bench, stage, error)),
    ]),
};

/** The stub names this number, and that no step takes longer than 5 ms. */
const mostHeld = 20;

/** What each step takes, in milliseconds. */
type Loop = readonly number[];

const even = (ms: number, count: number): Loop => Array.from({ length: count }, () => ms);
const uneven: Loop = Array.from({ length: 120 }, (_step, index) => (index * 7) % 6);

/** While the loops run, somebody wants to run every millisecond. */
const others = (bench: Bench, stage: Concurrency, loops: readonly Loop[], most: number): Promise<Broken | undefined> =>
  inVirtualTime(bench, async (timed) => {
    // Before the loops, which may not give the thread back until they are done.
    const latest = heartbeat(timed, () => running.some(({ coroutine }) => coroutine.running));
    const running = loops.map((loop, index) => start(timed, stage, loop, index));
    await timed.toTheEnd();
    for (const { coroutine, done, loop } of running) {
      coroutine.value();
      insist(done() === loop.length, `longLoop ended after ${done()} steps; wanted all ${loop.length} done by then`);
    }
    insist(
      latest.late <= most,
      `somebody who was due at ${latest.due} ms had to wait until ${latest.due + latest.late} ms; wanted nobody to wait for longer than ${most} ms`,
    );
  });

function start({ lab, world, tell }: Timed, stage: Concurrency, loop: Loop, which: number) {
  let done = 0;
  const step = (index: number) => {
    lab.expect(
      index === done && index < loop.length,
      `step(${index}) was called after ${done} steps of ${loop.length}; wanted step(0), step(1), … in order, each once`,
    );
    done += 1;
    world.block(loop[index] ?? 0);
    if (index % 10 === 9) tell(`loop ${which + 1} has done ${done} steps`);
  };
  const coroutine = lab.start('longLoop', () => stage.longLoop(world, loop.length, step));
  return { coroutine, loop, done: () => done };
}

/** How late it was at worst. */
function heartbeat({ world, tell, lab }: Timed, goesOn: () => boolean) {
  const latest = { due: 0, late: 0 };
  lab.start('the heartbeat', async () => {
    do {
      const due = world.now + 1;
      await world.wait(1);
      const late = world.now - due;
      if (late > latest.late) Object.assign(latest, { due, late });
      if (late > mostHeld) tell(`somebody runs who was due at ${due} ms`);
    } while (goesOn());
  });
  return latest;
}

const aStepFails = (bench: Bench, stage: Concurrency, error: unknown): Promise<Broken | undefined> =>
  inVirtualTime(bench, async ({ lab, world, toTheEnd }) => {
    let last = -1;
    const loop = lab.start('longLoop', () =>
      stage.longLoop(world, 50, (index) => {
        last = index;
        world.block(2);
        if (index === 7) throw error;
      }),
    );
    await toTheEnd();
    loop.failedWith(error);
    insist(last === 7, `step(${last}) was called after step(7) had failed; wanted the loop to end there`);
  });

/** Shared memory: another thread may come in between any two steps, and only `Atomics` makes two steps one. */
import type { Concurrency } from '@weekend/concurrency';
import fc from 'fast-check';
import { insist } from '../refuted.ts';
import type { Dice, Milestone } from '../suite.ts';
import { type Lab, play } from './lab.ts';
import type { DoesJobs, Rehearsed, Way } from './thread-jobs.ts';
import { withThreads } from './threads.ts';

export const sharedCounter: Milestone<Concurrency> = {
  id: 'shared-counter',
  title: 'Two threads count in shared memory: unsafely, and counts are lost; safely, and none is',
  points: 6,
  rule: 'To read and to write shared memory are two steps',
  hint: 'A thread is not asked whether it wants to stop: it may be stopped between reading counter[0] and writing it. Which single step of Atomics does both?',
  prove: (stage, dice, bench) =>
    play(bench, async (lab) => {
      for (const way of ['addUnsafely', 'addSafely'] as const)
        for (const often of [times, 1, 0]) alone(lab, stage, way, often);
      await withThreads(bench, 2, async (threads) => {
        const [thread] = threads as [DoesJobs];
        await unsafely(lab, thread);
        for (const interruptions of patterns(dice)) await safely(lab, thread, interruptions);
        if (!bench.instead) await forReal(lab, threads);
      });
    }),
};

const times = 5;

/** On this thread: to start another takes a while, and may not be needed. */
function alone(lab: Lab, stage: Concurrency, way: Way, often: number): void {
  const counter = shared(3);
  counter.set([7, 8, 9]);
  lab.call(() => stage[way](counter, often));
  insist(
    counter[0] === 7 + often,
    `${way}(counter, ${often}), all alone, left ${counter[0]} in a counter of 7; wanted ${7 + often}`,
  );
  insist(
    counter[1] === 8 && counter[2] === 9,
    `${way}(counter, ${often}) has changed what is beside counter[0]; wanted that left alone`,
  );
}

async function unsafely(lab: Lab, thread: DoesJobs): Promise<void> {
  const undisturbed = await rehearse(lab, thread, 'addUnsafely', []);
  insist(
    undisturbed.atomics === 0,
    'addUnsafely used Atomics; wanted it to read counter[0] and to write it as one does on a single thread, to see what becomes of that',
  );
  const { value, added } = await rehearse(lab, thread, 'addUnsafely', often);
  insist(
    value < times + added,
    `addUnsafely(counter, ${times}) lost nothing although another thread came in ${added} times; wanted it to read, and then to write what it has read plus 1`,
  );
}

const often = Array.from({ length: 40 }, (_each, index) => index);

/** When the other thread comes in: never, once, time and again, and as the dice fall. */
function patterns({ seed, seeds }: Dice): readonly (readonly number[])[] {
  const drawn = fc.sample(fc.uniqueArray(fc.nat({ max: 4 * times }), { maxLength: times }), { seed, numRuns: seeds });
  return [[], [0], [1], [2], [3], often, ...drawn];
}

async function safely(lab: Lab, thread: DoesJobs, interruptions: readonly number[]): Promise<void> {
  const { value, added } = await rehearse(lab, thread, 'addSafely', interruptions);
  const wanted = times + added;
  const meanwhile = added === 0 ? 'all alone' : `while another thread added ${added}`;
  insist(
    value === wanted,
    `addSafely(counter, ${times}), ${meanwhile}, left ${value} in a counter of 0; wanted ${wanted}`,
  );
}

async function rehearse(lab: Lab, thread: DoesJobs, way: Way, interruptions: readonly number[]): Promise<Rehearsed> {
  lab.story.splice(0);
  const rehearsed = (await thread.do({ kind: 'rehearse', way, times, interruptions })) as Rehearsed;
  for (const event of rehearsed.story) lab.tell(event);
  insist(
    !rehearsed.unseen,
    `${way} changed the counter by a way around the array that it was given; wanted it to use counter[0] and Atomics`,
  );
  return rehearsed;
}

/** Two threads at once, with nobody in between. */
async function forReal(lab: Lab, threads: readonly DoesJobs[]): Promise<void> {
  lab.story.splice(0);
  const each = 20_000;
  const [counter, gate] = [shared(), shared()];
  await Promise.all(
    threads.map((thread) => thread.do({ kind: 'add', counter, times: each, gate, all: threads.length })),
  );
  const wanted = each * threads.length;
  insist(
    counter[0] === wanted,
    `two threads have called addSafely(counter, ${each}) at once, and the counter is ${counter[0]}; wanted ${wanted}`,
  );
}

const shared = (length = 1): Int32Array => new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));

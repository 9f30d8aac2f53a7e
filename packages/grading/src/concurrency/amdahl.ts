/** Amdahl's law: what cannot be shared sets the limit, however many share the rest. */
import type { Concurrency } from '@weekend/concurrency';
import fc from 'fast-check';
import { insist } from '../refuted.ts';
import type { Bench, Broken, Dice, Milestone } from '../suite.ts';
import { inTurn, type Lab, play } from './lab.ts';
import { shown } from './lists.ts';

export const amdahl: Milestone<Concurrency> = {
  id: 'amdahl',
  title: 'The speed-up that a number of workers can give',
  points: 4,
  rule: 'Amdahl’s law: S = 1 / ((1 - P) + P / N)',
  hint: 'Take a job of one hour. How long does the part take that only one can do, and how long the part that all do together?',
  prove: (stage, dice, bench) => inTurn([() => table(bench, stage), () => anywhere(bench, stage, dice)]),
};

const wanted: [parallelShare: number, workers: number, speedUp: number][] = [
  [0.5, 2, 1.333],
  [0.9, 10, 5.263],
  [0.95, 8, 5.926],
  [0.95, 20, 10.256],
  [0.95, 1e12, 20],
  [0.95, 1, 1],
  [0, 64, 1],
  [1, 64, 64],
];

const table = (bench: Bench, stage: Concurrency): Promise<Broken | undefined> =>
  play(bench, async (lab) => {
    for (const [share, workers, speedUp] of wanted) near(lab, stage, share, workers, speedUp);
  });

const anywhere = (bench: Bench, stage: Concurrency, { seed, seeds }: Dice): Promise<Broken | undefined> =>
  play(bench, async (lab) => {
    const drawn = fc.sample(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 })), {
      seed,
      numRuns: seeds,
    });
    for (const [thousandths, workers] of drawn) {
      const share = thousandths / 1000;
      near(lab, stage, share, workers, 1 / (1 - share + share / workers));
    }
  });

function near(lab: Lab, stage: Concurrency, share: number, workers: number, speedUp: number): void {
  const answer = lab.call(() => stage.speedUp(share, workers));
  insist(
    typeof answer === 'number' && Math.abs(answer - speedUp) <= 0.0006 * speedUp,
    `speedUp(${share}, ${workers}) gave ${shown(answer)}; wanted ${speedUp.toFixed(3)}`,
  );
}

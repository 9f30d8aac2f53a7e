/** A lock: one holder at a time, first come, first served, given back whatever happens. */
import type { Concurrency, Mutex } from '@weekend/concurrency';
import fc from 'fast-check';
import { insist } from '../refuted.ts';
import type { Bench, Broken, Dice, Milestone } from '../suite.ts';
import { Door, type Visit } from './door.ts';
import { type Crossroads, everyInterleaving, manyInterleavings } from './interleavings.ts';
import { type Coroutine, inTurn, type Lab, oddErrors, oddValues } from './lab.ts';
import { shown } from './lists.ts';

export const mutex: Milestone<Concurrency> = {
  id: 'mutex',
  title: 'One holds the lock at a time, first come, first served, and it is given back whatever happens',
  points: 14,
  rule: 'Mutual exclusion, in the order of asking',
  hint: 'Who has the lock in the moment after it is given back and before the next in the line has woken up? Whoever asks in that moment must not find it free.',
  prove: (stage, dice, bench) =>
    inTurn([
      () => everyInterleaving(bench, (crossroads) => visits(crossroads, stage, three)),
      () => everyInterleaving(bench, (crossroads) => visits(crossroads, stage, someFail)),
      () => everyInterleaving(bench, (crossroads) => visits(crossroads, stage, givenBackTwice)),
      () => everyInterleaving(bench, (crossroads) => visits(crossroads, stage, crowd)),
      ...races.map((people) => () => everyInterleaving(bench, (crossroads) => visits(crossroads, stage, people))),
      () => everyInterleaving(bench, (crossroads) => eachItsOwn(crossroads, stage)),
      () => everyInterleaving(bench, (crossroads) => endsLikewise(crossroads, stage)),
      () => inAnyOrder(bench, stage, dice),
    ]),
};

const visit: Visit = { arrives: true, moments: 0, by: 'run', steps: 1, ends: 'well', again: 'no' };

const three: Visit[][] = [[visit], [{ ...visit, by: 'acquire' }], [visit, { ...visit, arrives: false }]];
const someFail: Visit[][] = [
  [{ ...visit, ends: 'failing' }],
  [{ ...visit, ends: 'throwing at once', steps: 0 }],
  [visit, { ...visit, arrives: false }],
];
const givenBackTwice: Visit[][] = [
  [{ ...visit, by: 'acquire', again: 'at once' }],
  [{ ...visit, by: 'acquire', again: 'later' }],
  [visit],
];

/** Many ask in the same turn. */
const crowd: Visit[][] = Array.from({ length: 200 }, () => [{ ...visit, arrives: false, steps: 0 }]);

/** A leaves while B waits, and somebody whom A sends asks so and so many moments later. */
const races: Visit[][][] = [0, 1, 2, 3, 4, 5, 6].flatMap((moments) =>
  (['run', 'acquire'] as const).map((by) => [
    [
      { ...visit, by },
      { ...visit, by, arrives: false, moments },
    ],
    [{ ...visit, by }],
  ]),
);

const drawn = fc.array(
  fc.array(
    fc.record<Visit>({
      arrives: fc.boolean(),
      moments: fc.nat({ max: 6 }),
      by: fc.constantFrom('run', 'acquire'),
      steps: fc.nat({ max: 2 }),
      ends: fc.constantFrom('well', 'failing', 'throwing at once'),
      again: fc.constantFrom('no', 'at once', 'later'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  { minLength: 2, maxLength: 5 },
);

const inAnyOrder = (bench: Bench, stage: Concurrency, dice: Dice): Promise<Broken | undefined> =>
  manyInterleavings(dice, bench, drawn, (crossroads, people) => visits(crossroads, stage, people));

/** Each person makes its first visit, and sends somebody for the next one when it leaves. */
async function visits(
  crossroads: Crossroads,
  stage: Concurrency,
  people: readonly (readonly Visit[])[],
): Promise<void> {
  const { lab, toTheEnd } = crossroads;
  const door = new Door(crossroads, newLock(lab, stage));
  for (const [index, plans] of people.entries()) door.send(nameOf(index), plans);
  await toTheEnd();
  for (const visitor of door.visitors) left(visitor);
}

/** A, B, … Z, A2, B2, … */
function nameOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
}

const newLock = (lab: Lab, stage: Concurrency): Mutex => lab.make('mutex()', ['acquire', 'run'], () => stage.mutex());

const left = (coroutine: Coroutine<void>): void => {
  insist(
    !coroutine.running,
    `${coroutine.name} waits for the lock, nobody holds it, and nobody is left who could give it back; wanted ${coroutine.name} to get it`,
  );
  coroutine.value();
};

/** Who holds one lock is in nobody's way at another. */
async function eachItsOwn({ lab, pass, toTheEnd }: Crossroads, stage: Concurrency): Promise<void> {
  const [mine, yours] = [newLock(lab, stage), newLock(lab, stage)];
  let inside = 0;
  let most = 0;
  const hold = (name: string, lock: Mutex) =>
    lab.start(name, () =>
      lock.run(async () => {
        inside += 1;
        most = Math.max(most, inside);
        await pass();
        inside -= 1;
      }),
    );
  const both = [hold('A', mine), hold('B', yours)];
  await toTheEnd();
  for (const each of both) each.value();
  insist(most === 2, 'A holds one lock, and B could not get another one meanwhile; wanted each lock to be its own');
}

/** Whatever is thrown in the lock, and whatever is given. */
async function endsLikewise({ lab, toTheEnd }: Crossroads, stage: Concurrency): Promise<void> {
  const lock = newLock(lab, stage);
  for (const error of oddErrors) {
    const failing = lab.start('run', () => lock.run(() => Promise.reject(error)));
    await toTheEnd();
    failing.failedWith(error);
  }
  for (const value of oddValues) {
    const giving = lab.start('run', () => lock.run(async () => value));
    await toTheEnd();
    const given = giving.value();
    insist(Object.is(given, value), `run gave ${shown(given)}; wanted what was given in the lock, ${shown(value)}`);
  }
}

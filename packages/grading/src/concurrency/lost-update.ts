/** The lost update: two read the same value, and what the first writes is gone. Made to happen, and made impossible. */
import type { Cell, Concurrency } from '@weekend/concurrency';
import fc from 'fast-check';
import { insist } from '../refuted.ts';
import type { Bench, Broken, Dice, Milestone } from '../suite.ts';
import { FairLock } from './fair-lock.ts';
import { inVirtualTime, type Timed } from './in-virtual-time.ts';
import { type Crossroads, everyInterleaving, manyInterleavings } from './interleavings.ts';
import { inTurn, Planned } from './lab.ts';

export const lostUpdate: Milestone<Concurrency> = {
  id: 'lost-update',
  title: 'Ten unsafe increments leave 1, ten safe ones leave 10',
  points: 8,
  rule: 'What was read may be old after an await',
  hint: 'Between reading and writing everybody else may run. Which of the two calls has to be inside the lock, and until when?',
  prove: (stage, dice, bench) =>
    inTurn([
      () => leaves(bench, stage, 'incrementUnsafely', 1, 1),
      () => leaves(bench, stage, 'incrementUnsafely', 10, 1),
      () => leaves(bench, stage, 'incrementSafely', 1, 1),
      () => leaves(bench, stage, 'incrementSafely', 10, 10),
      ...(['incrementUnsafely', 'incrementSafely'] as const).flatMap((way) => [
        () => somethingFails(bench, stage, way, 'write'),
        () => somethingFails(bench, stage, way, 'read'),
        () => othersWriteInBetween(bench, stage, way),
      ]),
      () => everyInterleaving(bench, (crossroads) => amongOthers(crossroads, stage, 2)),
      () => inAnyOrder(bench, stage, dice),
    ]),
};

type Way = 'incrementUnsafely' | 'incrementSafely';

const start = (
  { lab }: Pick<Timed, 'lab'>,
  stage: Concurrency,
  way: Way,
  name: string,
  cell: Cell,
  lock: FairLock,
  ended?: () => void,
) =>
  lab.start(
    name,
    () => (way === 'incrementSafely' ? stage.incrementSafely(cell, lock) : stage.incrementUnsafely(cell)),
    ended,
  );

const leaves = (
  bench: Bench,
  stage: Concurrency,
  way: Way,
  count: number,
  wanted: number,
): Promise<Broken | undefined> =>
  inVirtualTime(bench, async (timed) => {
    const { world, tell, lab } = timed;
    const lock = new FairLock();
    let value = 0;
    let writing = 0;
    const cell: Cell = {
      async read() {
        await world.wait(1);
        tell(`somebody reads ${value}`);
        return value;
      },
      async write(written) {
        writing += 1;
        await world.wait(1);
        tell(`somebody writes ${written}`);
        value = written;
        writing -= 1;
      },
    };
    const ended = () =>
      lab.expect(count > 1 || writing === 0, `${way} ended before its write had; wanted it to wait for the write`);
    const all = Array.from({ length: count }, (_each, index) =>
      start(timed, stage, way, `${way}, number ${index + 1}`, cell, lock, ended),
    );
    await timed.toTheEnd();
    for (const each of all) each.value();
    const called = count === 1 ? 'one' : `${count} at once`;
    const why = way === 'incrementUnsafely' && count > 1 ? ': each reads before the others have written' : '';
    insist(value === wanted, `a cell that was 0 is ${value} after ${way}, ${called}; wanted ${wanted}${why}`);
    insist(!lock.held, `${way} has not given the lock back`);
  });

/** The error is the caller's, and the next one gets the lock. */
const somethingFails = (
  bench: Bench,
  stage: Concurrency,
  way: Way,
  what: 'read' | 'write',
): Promise<Broken | undefined> =>
  inVirtualTime(bench, async (timed) => {
    const { world, tell } = timed;
    const lock = new FairLock();
    const error = new Planned(`the ${what} has failed`);
    let value = 5;
    let hasFailed = false;
    const mayFail = async (does: 'read' | 'write') => {
      const fails = does === what && !hasFailed;
      hasFailed ||= fails;
      await world.wait(1);
      if (!fails) return;
      tell(what === 'read' ? 'the read fails' : 'the write fails');
      throw error;
    };
    const cell: Cell = {
      async read() {
        await mayFail('read');
        return value;
      },
      async write(written) {
        await mayFail('write');
        tell(`somebody writes ${written}`);
        value = written;
      },
    };
    const first = start(timed, stage, way, way, cell, lock);
    await timed.toTheEnd();
    first.failedWith(error);
    const second = start(timed, stage, way, `${way}, after one that failed,`, cell, lock);
    await timed.toTheEnd();
    second.value();
    insist(value === 6, `a cell that was 5 is ${value} after an increment that failed and one that did not; wanted 6`);
  });

/** What it was when somebody last wrote it says nothing of what it is. */
const othersWriteInBetween = (bench: Bench, stage: Concurrency, way: Way): Promise<Broken | undefined> =>
  inVirtualTime(bench, async (timed) => {
    const { tell } = timed;
    const lock = new FairLock();
    let value = -7;
    const cell: Cell = {
      read: async () => value,
      async write(written) {
        tell(`somebody writes ${written}`);
        value = written;
      },
    };
    for (const time of [1, 2, 3]) {
      const each = start(timed, stage, way, `${way}, number ${time}`, cell, lock);
      await timed.toTheEnd();
      each.value();
      tell('somebody else adds 100');
      value += 100;
    }
    insist(
      value === 296,
      `a cell that was -7 is ${value} after ${way}, three times, and somebody else who added 100 after each; wanted 296`,
    );
  });

const inAnyOrder = (bench: Bench, stage: Concurrency, dice: Dice): Promise<Broken | undefined> =>
  manyInterleavings(dice, bench, fc.integer({ min: 2, max: 6 }), (crossroads, count) =>
    amongOthers(crossroads, stage, count),
  );

/** Somebody else uses the same cell under the same lock, and adds 100. */
async function amongOthers(crossroads: Crossroads, stage: Concurrency, count: number): Promise<void> {
  const { lab, pass, toTheEnd } = crossroads;
  const lock = new FairLock();
  let value = 0;
  const cellOf = (who: string): Cell => ({
    async read() {
      await pass();
      lab.tell(`${who} reads ${value}`);
      return value;
    },
    async write(written) {
      await pass();
      lab.tell(`${who} writes ${written}`);
      value = written;
    },
  });
  const all = Array.from({ length: count }, (_each, index) => {
    const who = `increment ${index + 1}`;
    return lab.start(who, async () => {
      await pass();
      await stage.incrementSafely(cellOf(who), lock);
    });
  });
  const other = lab.start('somebody else', async () => {
    const cell = cellOf('somebody else');
    await pass();
    await lock.run(async () => cell.write((await cell.read()) + 100));
  });
  await toTheEnd();
  for (const each of [...all, other]) each.value();
  insist(
    value === count + 100,
    `a cell that was 0 is ${value} after ${count} safe increments and one who adds 100 under the same lock; wanted ${count + 100}`,
  );
}

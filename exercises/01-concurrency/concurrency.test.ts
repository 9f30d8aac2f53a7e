/**
 * Two examples of how to look at your own code, in virtual time. Change them, add your own. The graded tests are others,
 * and many more: `npx weekend grade concurrency`.
 */
import { VirtualWorld } from '@weekend/concurrency';
import { NotWritten } from '@weekend/protocol';
import { expect, test } from 'vitest';
import { concurrency } from './concurrency.ts';

example('three waits of a second, one after another and all at once', async () => {
  for (const [way, wanted] of [
    ['oneAfterAnother', 3000],
    ['allAtOnce', 1000],
  ] as const) {
    const world = new VirtualWorld();
    const task = async () => {
      await world.wait(1000);
      return world.now;
    };

    const results = await world.run(() => concurrency[way]([task, task, task]));

    expect(world.now).toBe(wanted);
    expect(results).toHaveLength(3);
  }
});

example('a lock is free again when what it guarded has failed', async () => {
  const world = new VirtualWorld();
  const lock = concurrency.mutex();
  const log: string[] = [];

  await world.run(() =>
    Promise.allSettled([
      lock.run(async () => {
        log.push(`A is in at ${world.now}`);
        await world.wait(10);
        throw new Error('A has failed');
      }),
      lock.run(async () => {
        log.push(`B is in at ${world.now}`);
      }),
    ]),
  );

  expect(log).toEqual(['A is in at 0', 'B is in at 10']);
});

/** A test that waits for you while a function that it needs is not written yet: it says so, and does not fail. */
function example(name: string, body: () => Promise<void>): void {
  test(name, async () => {
    try {
      await body();
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error;
      console.info(`Nothing was tested. ${error.message}`);
    }
  });
}

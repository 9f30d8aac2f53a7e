import { describe, expect, test } from 'vitest';
import { HeldForever, NobodyRuns, VirtualWorld } from './virtual-world.ts';

describe('time', () => {
  test('jumps to whoever is due next, and is exact', async () => {
    const world = new VirtualWorld();
    const log: string[] = [];
    const wake = async (name: string, ms: number) => {
      await world.wait(ms);
      log.push(`${name} ${world.now}`);
    };

    await world.run(() => Promise.all([wake('day', 86_400_000), wake('a', 5), wake('b', 5), wake('now', 0)]));

    expect(log).toEqual(['now 0', 'a 5', 'b 5', 'day 86400000']);
  });

  test('does not jump while anybody can still run, however long his chain of promises', async () => {
    const world = new VirtualWorld();
    let at = Number.NaN;

    await world.run(async () => {
      const other = world.wait(1);
      for (let link = 0; link < 100_000; link += 1) await undefined;
      at = world.now;
      await other;
    });

    expect(at).toBe(0);
  });

  test('goes by for all who wait while somebody holds the thread, and never back', async () => {
    const world = new VirtualWorld();
    const log: number[] = [];

    await world.run(async () => {
      const early = world.wait(10).then(() => log.push(world.now));
      world.block(100);
      await early;
      await world.wait(0);
      log.push(world.now);
    });

    expect(log).toEqual([100, 100]);
  });

  test.each([-1, Number.NaN])('can not be waited for by %d milliseconds', (ms) => {
    const world = new VirtualWorld();
    expect(() => world.wait(ms)).toThrow(RangeError);
    expect(() => world.block(ms)).toThrow(RangeError);
  });
});

describe('an end that does not come', () => {
  test('is told when nobody is left who could bring it', async () => {
    const world = new VirtualWorld();
    const never = new Promise(() => {});

    await expect(world.run(() => never)).rejects.toThrow(NobodyRuns);
  });

  test('is told to a loop that waits for the clock', async () => {
    const world = new VirtualWorld();
    const spin = async () => {
      while (world.now < 10);
    };

    await expect(world.run(spin)).rejects.toThrow(HeldForever);
    expect(world.now).toBe(0);
  });
});

test('what fails, fails', async () => {
  const world = new VirtualWorld();
  const fail = async () => {
    await world.wait(1);
    throw new Error('no');
  };

  await expect(world.run(fail)).rejects.toThrow('no');
});

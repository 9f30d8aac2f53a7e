import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insist } from '../refuted.ts';
import type { Bench } from '../suite.ts';
import { type Crossroads, everyInterleaving, manyInterleavings } from './interleavings.ts';

const bench: Bench = { submission: '', fences: [], failures: () => [] };

/** Each of them takes so many steps. Notes the order in which they do. */
async function walk({ lab, pass, toTheEnd }: Crossroads, steps: readonly number[]): Promise<string> {
  let order = '';
  for (const [index, count] of steps.entries())
    lab.start(`walker ${index}`, async () => {
      for (let step = 0; step < count; step += 1) {
        await pass();
        order += index;
      }
    });
  await toTheEnd();
  return order;
}

describe('every interleaving', () => {
  test.each([
    [[1, 1], 2],
    [[2, 2], 6],
    [[3, 4], 35],
    [[2, 2, 2], 90],
    [[5], 1],
  ])('of %j steps is tried, and each once: there are %d', async (steps, count) => {
    const orders: string[] = [];
    await everyInterleaving(bench, async (crossroads) => {
      orders.push(await walk(crossroads, steps));
    });
    expect(orders).toHaveLength(count);
    expect(new Set(orders).size).toBe(count);
  });

  test('ends at the one that is broken, and says how fast-check can show it again', async () => {
    const broken = await everyInterleaving(bench, async (crossroads) => {
      const order = await walk(crossroads, [2, 2]);
      insist(order !== '1100', 'they came in the wrong order');
    });
    expect(broken).toMatchObject({ message: 'they came in the wrong order' });
    expect(broken?.story.at(-1)).toBe('fast-check: fc.schedulerFor([2,3,1,4])');
  });

  test('of those who never come to an end is given up, and told', async () => {
    const broken = await everyInterleaving(bench, async ({ lab, pass, toTheEnd }) => {
      lab.start('a walker', async () => {
        for (;;) await pass();
      });
      await toTheEnd();
    });
    expect(broken?.message).toContain('somebody is still on the way');
  });
});

describe('many interleavings', () => {
  const first = fc.nat({ max: 3 });
  const find = (seed: number) =>
    manyInterleavings({ seed, seeds: 100 }, bench, first, async (crossroads, count) => {
      crossroads.lab.tell(`${count + 1} steps`);
      const order = await walk(crossroads, [count + 1, 2]);
      insist(!order.startsWith('11'), 'the second was twice as fast');
    });

  test('find a rare order, and the smallest scene for it, with its seed and path', async () => {
    const broken = await find(5);
    expect(broken).toMatchObject({ message: 'the second was twice as fast', seed: 5 });
    expect(broken?.story[0]).toBe('1 steps');
    expect(broken?.story.at(-1)).toMatch(/^fast-check: seed 5, path "\d+(:\d+)*"$/);
  });

  test('are the same for the same seed', async () => {
    expect(await find(6)).toEqual(await find(6));
  });

  test('try as many as the dice say, where none is broken', async () => {
    let runs = 0;
    const broken = await manyInterleavings({ seed: 1, seeds: 37 }, bench, first, async () => {
      runs += 1;
    });
    expect(broken).toBeUndefined();
    expect(runs).toBe(37);
  });
});

import { describe, expect, test } from 'vitest';
import { amdahl, parallelShare, speedUps } from './amdahl.ts';
import { asSvg } from './as-svg.ts';
import { asText } from './as-text.ts';
import { measure } from './measure.ts';

/** What a job takes of which this share is parallel. */
const times = (share: number, ...workers: number[]) =>
  workers.map((each) => ({ workers: each, ms: 1000 / amdahl(share, each) }));

describe('the share that fits', () => {
  test.each([0, 0.5, 0.9, 0.95, 1])('is found again in the times of a job that is to %d parallel', (share) => {
    expect(parallelShare(speedUps(times(share, 1, 2, 4, 8)))).toBeCloseTo(share, 10);
  });

  test('is never less than none, though more workers may be slower', () => {
    const slower = [
      { workers: 1, ms: 100 },
      { workers: 2, ms: 150 },
    ];
    expect(parallelShare(speedUps(slower))).toBe(0);
  });

  test('is none where only one worker was tried', () => {
    expect(parallelShare(speedUps([{ workers: 1, ms: 100 }]))).toBe(0);
  });
});

test('as text: a table, and the points on their curve', () => {
  const text = asText(times(0.9, 1, 2, 3, 4), 4);

  expect(text).toContain('      2    550 ms      1.82     1.82');
  expect(text).toContain('This fits P = 0.900: with endless workers, at most 10.0 times faster.');
  expect(text.match(/●/g)).toHaveLength(5);
  expect(text).toMatchInlineSnapshot(`
    "workers      time  speed-up   Amdahl
          1   1000 ms      1.00     1.00
          2    550 ms      1.82     1.82
          3    400 ms      2.50     2.50
          4    325 ms      3.08     3.08

       3.2 │
       3.0 │                     ···●
       2.7 │                  ···
       2.5 │               ·●·
       2.2 │            ···
       2.0 │         ···
       1.7 │      ··●
       1.5 │    ··
       1.2 │  ··
       1.0 │●·
       0.7 │
       0.5 │
       0.2 │
       0.0 │
           └─────────────────────────
            1       2       3       4

    This fits P = 0.900: with endless workers, at most 10.0 times faster.
    ● measured   · Amdahl for that P   on 4 processors"
  `);
});

test('as text: workers without a processor of their own do not count for the share', () => {
  const stuck = [...times(1, 1, 2), { workers: 3, ms: 500 }, { workers: 4, ms: 500 }];
  expect(asText(stuck, 2)).toContain('P = 1.000: with endless workers, any number of times faster');
});

test('as a picture: each point, and no number that is none', () => {
  const svg = asSvg(times(0.9, 1, 2, 3, 4), 2);
  expect(svg.match(/<circle /g)).toHaveLength(4);
  expect(svg).toContain('it fits P = 0.900');
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  expect(asSvg([{ workers: 1, ms: 10 }], 1)).not.toMatch(/NaN|Infinity|undefined/);
});

/** A submission that counts nothing, and says where it was asked. */
const submission = (countPrimes: string) =>
  `data:text/javascript,${encodeURIComponent(`export const concurrency = {
    countPrimes(from, to) { ${countPrimes} },
    async countPrimesOn(workers, from, to) {
      const part = Math.ceil((to - from) / 5);
      const parts = [0, 1, 2, 3, 4].map((index) => workers.run(index * part, (index + 1) * part));
      return (await Promise.all(parts)).length;
    },
  };`)}`;

describe('measuring', () => {
  test('runs the submission on one thread, on two, on three', async () => {
    const measured = await measure(submission('return to - from'), { most: 3, below: 100 });
    expect(measured.map(({ workers }) => workers)).toEqual([1, 2, 3]);
    for (const { ms } of measured) expect(ms).toBeGreaterThan(0);
  });

  test('fails with what the submission throws on its thread', async () => {
    const measuring = measure(submission('throw new Error("not today")'), { most: 2, below: 100 });
    await expect(measuring).rejects.toThrow('not today');
  });
});

/** The load and its figures. */
import { expect, test } from 'vitest';
import { quantile, rateOf } from './load.ts';

test('as many requests are under way as were asked for, and never more', async () => {
  let underWay = 0;
  let most = 0;
  const ask = async () => {
    most = Math.max(most, ++underWay);
    await Promise.resolve();
    underWay--;
  };
  const { perSecond } = await rateOf({ inFlight: 16, measured: 20, warmUp: 0, ask });
  expect(most).toBe(16);
  expect(perSecond).toBeGreaterThan(0);
});

test('each request has a turn of its own', async () => {
  const turns: number[] = [];
  const ask = async (turn: number) => turns.push(turn);
  await rateOf({ inFlight: 4, measured: 5, warmUp: 0, ask });
  expect(turns.every((turn, i) => turn === i)).toBe(true);
});

test('a request that fails ends the measurement: a rate of errors is no rate', async () => {
  const ask = () => Promise.reject(new Error('refused'));
  await expect(rateOf({ inFlight: 2, measured: 1000, warmUp: 0, ask })).rejects.toThrow('refused');
});

test.for([
  [0.5, 2],
  [0.99, 4],
  [1, 4],
  [0.25, 1],
])('the quantile %d of 1, 2, 3, 4 is %d', ([share, value]) => {
  expect(quantile([1, 2, 3, 4], share as number)).toBe(value);
});

test('nothing has no quantile', () => {
  expect(quantile([], 0.5)).toBeNaN();
});

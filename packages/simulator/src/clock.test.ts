import { describe, expect, test } from 'vitest';
import { Clock, micros } from './clock.ts';

describe('a clock', () => {
  test('that runs right shows the real time, plus what it is ahead', () => {
    expect(new Clock().at(1234)).toBe(1234);
    expect(new Clock({ ahead: 2 }).at(1234)).toBe(3234);
  });

  test('that is skewed in the middle of a run goes on from where it was, and never back', () => {
    const clock = new Clock({ rate: 2 });
    expect(clock.at(1000)).toBe(2000);
    clock.skew(1000, 0.5, 0);
    expect([clock.at(1000), clock.at(3000)]).toEqual([2000, 3000]);
    clock.skew(3000, 1, 10);
    expect([clock.at(3000), clock.at(3001)]).toEqual([13_000, 13_001]);
  });

  test('is never early: at the real time of a local one it shows that or a little more', () => {
    for (const rate of [0.9, 0.977, 1, 1.013, 1.1, 3])
      for (const local of [0, 1, 999, 150_000, 299_999, 123_456_789]) {
        const clock = new Clock({ rate, ahead: 7 });
        const real = clock.realTimeOf(micros(7) + local);
        expect(clock.at(real) - micros(7) - local).toBeGreaterThanOrEqual(0);
        expect(clock.at(real) - micros(7) - local).toBeLessThanOrEqual(Math.ceil(rate));
      }
  });

  test('cannot stand still or be put back', () => {
    expect(() => new Clock({ rate: 0 })).toThrow('wanted above 0');
    expect(() => new Clock().skew(0, 1, -1)).toThrow('never goes back');
  });
});

/** A timer fires once, never early, and never after it was set anew or cleared. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Timers } from './timers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function someTimers(clock = () => Date.now()) {
  const due: string[] = [];
  const timers = new Timers<{ State: object; Message: { kind: string }; Timer: string; Durable: object }>(
    clock,
    (timer) => due.push(timer),
  );
  return { timers, due };
}

test('a delay is drawn from the whole range', () => {
  const drawn = vi.spyOn(Math, 'random');
  const { timers, due } = someTimers();
  drawn.mockReturnValueOnce(0);
  timers.apply({ timer: 'shortest', range: { min: 100, max: 200 } });
  drawn.mockReturnValueOnce(0.999);
  timers.apply({ timer: 'longest', range: { min: 100, max: 200 } });
  vi.advanceTimersByTime(99);
  expect(due).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(due).toEqual(['shortest']);
  vi.advanceTimersByTime(100);
  expect(due).toEqual(['shortest', 'longest']);
  drawn.mockRestore();
});

test('a timer that is due and then cleared, or set anew, before its turn comes has no turn', () => {
  const { timers, due } = someTimers();
  for (const timer of ['cleared', 'again', 'kept']) timers.apply({ timer, range: { min: 10, max: 10 } });
  vi.advanceTimersByTime(10);
  expect(due).toEqual(['cleared', 'again', 'kept']);
  timers.apply({ timer: 'cleared' });
  timers.apply({ timer: 'again', range: { min: 10, max: 10 } });
  expect(['cleared', 'again', 'kept'].map((timer) => timers.claim(timer))).toEqual([false, false, true]);
  expect(timers.claim('kept')).toBe(false);
  vi.advanceTimersByTime(10);
  expect(timers.claim('again')).toBe(true);
});

test('a clock that says "not yet" when Node wakes us is believed', () => {
  let behind = 0.4;
  const { timers, due } = someTimers(() => Date.now() - behind);
  timers.apply({ timer: 'a', range: { min: 10, max: 10 } });
  behind = 0.8;
  vi.advanceTimersByTime(10);
  expect(due).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(due).toEqual(['a']);
});

test('a delay longer than Node can count does not fire at once', () => {
  const { timers, due } = someTimers();
  const month = 31 * 24 * 60 * 60 * 1000;
  timers.apply({ timer: 'a', range: { min: month, max: month } });
  vi.advanceTimersByTime(month - 1);
  expect(due).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(due).toEqual(['a']);
});

test('a timer without a delay goes off before any time has passed, once, however often it is set', () => {
  const { timers, due } = someTimers();
  for (let i = 0; i < 3; i++) timers.apply({ timer: 'now', range: { min: 0, max: 0 } });
  for (const timer of ['cleared', 'later']) timers.apply({ timer, range: { min: 0, max: 0 } });
  timers.apply({ timer: 'cleared' });
  timers.apply({ timer: 'later', range: { min: 10, max: 10 } });
  vi.advanceTimersByTime(0);
  expect(due).toEqual(['now']);
  expect(timers.claim('now')).toBe(true);
  timers.apply({ timer: 'now', range: { min: 0, max: 0 } });
  vi.advanceTimersByTime(10);
  expect(due).toEqual(['now', 'now', 'later']);
});
